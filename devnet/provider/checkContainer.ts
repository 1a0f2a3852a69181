import type { AlgorithmContainer } from '../compute/types'
import { isJsonObject } from './json'

export type ContainerFault = 'missing_entrypoint_image_checksum' | 'checksum_prefix'

/** What is wrong with a container section, or undefined. */
export function findContainerFault(container: unknown): ContainerFault | undefined {
  if (!isJsonObject(container)) return 'missing_entrypoint_image_checksum'
  const { entrypoint, image, checksum } = container
  if (![entrypoint, image, checksum].every((part) => typeof part === 'string' && part !== ''))
    return 'missing_entrypoint_image_checksum'
  return String(checksum).startsWith('sha256:') ? undefined : 'checksum_prefix'
}

/** A container section without faults, in the words of the compute backend. */
export function toContainer(container: unknown): AlgorithmContainer {
  const { entrypoint, image, tag, checksum } = isJsonObject(container) ? container : {}
  return {
    entrypoint: String(entrypoint ?? ''),
    image: String(image ?? ''),
    tag: String(tag ?? ''),
    checksum: String(checksum ?? ''),
  }
}
