import type { AlgorithmContainer } from './types'

/** A container image whose jobs the host's own Python can stand in for. */
export type KnownImage = { image: string; tag: string; checksums: readonly string[] }

/** Images with Python and the packages of `hostPackages`, and nothing else an algorithm would miss. */
export const knownImages: readonly KnownImage[] = [
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

/** The interpreter an entrypoint such as `python3.7 $ALGO` starts with, or undefined when it is not Python. */
export function entrypointInterpreter(entrypoint: string): string | undefined {
  const word = entrypoint.trim().split(/\s+/)[0] ?? ''
  return interpreter.test(word) ? word : undefined
}

/** Names of the known images for people, `image:tag` separated by commas. */
export function describeKnownImages(images: readonly KnownImage[]): string {
  return images.map(({ image, tag }) => `${image}:${tag}`).join(', ')
}

/**
 * Whether the host's Python stands in for a container. As with a registry, a known checksum wins over the tag.
 *
 * @returns Why not, in a sentence, or undefined when it does.
 */
export function refuseOnHost(container: AlgorithmContainer, images: readonly KnownImage[]): string | undefined {
  const name = container.image.replace(/^(docker\.io\/)/, '')
  const known = images.some(
    ({ image, tag, checksums }) => image === name && (tag === container.tag || checksums.includes(container.checksum)),
  )
  if (!known) {
    return `Image ${container.image}:${container.tag} cannot run here: no Docker engine is available, and the host stands in only for ${describeKnownImages(images)}.`
  }
  if (!container.entrypoint.includes('$ALGO')) return `Entrypoint "${container.entrypoint}" does not name $ALGO.`
  if (!entrypointInterpreter(container.entrypoint)) {
    return `Entrypoint "${container.entrypoint}" cannot run here: the host stands in for Python only ("python $ALGO").`
  }
  return undefined
}
