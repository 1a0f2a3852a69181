import type { AlgorithmContainer } from '@/lib/ocean'

/** Images that are known to work, pinned by the checksum of their manifest. */
export const containerPresets: Readonly<Record<'branin' | 'panda', AlgorithmContainer>> = {
  branin: {
    image: 'oceanprotocol/algo_dockers',
    tag: 'python-branin',
    entrypoint: 'python $ALGO',
    checksum: 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4',
  },
  panda: {
    image: 'oceanprotocol/algo_dockers',
    tag: 'python-panda',
    entrypoint: 'python $ALGO',
    checksum: 'sha256:7fc268f502935d11ff50c54e3776dda76477648d5d83c2e3c4fdab744390ecf2',
  },
}

export type ContainerPreset = keyof typeof containerPresets

export function isContainerPreset(name: string): name is ContainerPreset {
  return Object.hasOwn(containerPresets, name)
}
