import { isContainerPreset } from './containerPresets'
import type { ContainerForm } from './form'
import type { Problem } from './problems'

export type ContainerField = 'image' | 'tag' | 'entrypoint' | 'checksum'

/** Looks at the image an algorithm runs in. */
export function checkContainer(container: ContainerForm): Partial<Record<ContainerField, Problem>> {
  if (isContainerPreset(container.preset)) return {}
  const image = container.image.trim()
  const tag = container.tag.trim()
  const entrypoint = container.entrypoint.trim()
  const checksum = container.checksum.trim()
  return {
    ...(image === ''
      ? { image: { code: 'missing' } }
      : /^[a-z\d]+(?:[._:/-]+[a-z\d]+)*$/.test(image) && !image.includes('://') && !/:[^/]*$/.test(image)
        ? {}
        : { image: { code: 'image' } }),
    ...(tag === '' ? { tag: { code: 'missing' } } : /^\w[\w.-]{0,127}$/.test(tag) ? {} : { tag: { code: 'tag' } }),
    ...(entrypoint === ''
      ? { entrypoint: { code: 'missing' } }
      : /[\r\n]/.test(entrypoint) || !entrypoint.includes('$ALGO')
        ? { entrypoint: { code: 'entrypoint' } }
        : {}),
    ...(checksum === ''
      ? { checksum: { code: 'missing' } }
      : /^sha256:[0-9a-f]{64}$/.test(checksum)
        ? {}
        : { checksum: { code: 'checksum' } }),
  }
}
