import type { AlgorithmContainer } from './types'

/** A container image whose jobs the host's own Python, or this server's own Node.js, can stand in for. */
export type KnownImage = { image: string; tag: string; checksums: readonly string[]; program?: 'python' | 'node' }

/** This server's Node.js, where jobs can be shown it: only `/usr` of the host is to be seen in a sandbox. */
export const hostNode: string | undefined = process.execPath.startsWith('/usr/') ? process.execPath : undefined
const nodeMajor = Number(process.versions.node.split('.')[0])

/** Images with Python and the packages of `hostPackages`, and nothing else an algorithm would miss; and plain Node.js. */
export const knownImages: readonly KnownImage[] = [
  ...(hostNode ? [{ image: 'node', tag: `${nodeMajor}`, checksums: [], program: 'node' as const }] : []),
  {
    image: 'oceanprotocol/algo_dockers',
    tag: 'python-branin',
    checksums: ['sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4'],
  },
  {
    image: 'oceanprotocol/algo_dockers',
    tag: 'python-panda',
    checksums: ['sha256:7fc268f502935d11ff50c54e3776dda76477648d5d83c2e3c4fdab744390ecf2'],
  },
  { image: 'oceanprotocol/c2d_examples', tag: 'py-general', checksums: [] },
  { image: 'oceanprotocol/c2d_examples', tag: 'py-lite', checksums: [] },
]

/** Distributions looked for on the host and named in an environment's description, by the name pip knows. */
export const hostPackages = ['numpy', 'scipy', 'scikit-learn', 'pandas', 'matplotlib', 'Pillow', 'liac-arff'] as const

const interpreter = /^python(3(\.\d+)?)?$/

/** Whether this server's Node.js can run what was written for the `node` image of this tag: the same or an earlier version. */
const isEarlierNode = (tag: string) => !/^\d/.test(tag) || Number.parseInt(tag, 10) <= nodeMajor

/** The interpreter an entrypoint such as `python3.7 $ALGO` starts with, or undefined when it is not Python. */
export function entrypointInterpreter(entrypoint: string): string | undefined {
  const word = entrypoint.trim().split(/\s+/)[0] ?? ''
  return interpreter.test(word) ? word : undefined
}

/** Names of the known images for people, `image:tag` separated by commas; of the `node` image the latest version. */
export function describeKnownImages(images: readonly KnownImage[]): string {
  return images
    .map(({ image, tag, program }) => (program === 'node' ? `${image} up to ${tag}` : `${image}:${tag}`))
    .join(', ')
}

/**
 * Whether the host stands in for a container. As with a registry, a known checksum wins over the tag.
 *
 * @returns Why not, in a sentence, or undefined when it does.
 */
export function refuseOnHost(container: AlgorithmContainer, images: readonly KnownImage[]): string | undefined {
  const name = container.image.replace(/^docker\.io\/(library\/)?/, '')
  const known = images.find(
    ({ image, tag, checksums, program }) =>
      image === name &&
      (tag === container.tag ||
        checksums.includes(container.checksum) ||
        (program === 'node' && isEarlierNode(container.tag))),
  )
  if (!known) {
    return `Image ${container.image}:${container.tag} cannot run here: no Docker engine is available, and the host stands in only for ${describeKnownImages(images)}.`
  }
  if (!container.entrypoint.includes('$ALGO')) return `Entrypoint "${container.entrypoint}" does not name $ALGO.`
  if (known.program === 'node') {
    return /^node\s/.test(container.entrypoint.trim())
      ? undefined
      : `Entrypoint "${container.entrypoint}" cannot run here: in this image the host stands in for Node.js only ("node $ALGO").`
  }
  if (!entrypointInterpreter(container.entrypoint)) {
    return `Entrypoint "${container.entrypoint}" cannot run here: the host stands in for Python only ("python $ALGO").`
  }
  return undefined
}
