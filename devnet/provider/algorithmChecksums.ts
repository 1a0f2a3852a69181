import { createHash } from 'node:crypto'
import type { AlgorithmContainer } from '../compute/types'
import { createFileObject } from './fileObjects/createFileObject'
import type { Json } from './json'
import type { ProviderContext } from './types'

/** The files' SHA-256 sums one after the other, or undefined when one of them cannot be had. */
export async function getFilesChecksum(context: ProviderContext, files: readonly Json[]): Promise<string | undefined> {
  const details = await Promise.all(
    files.map((file) => createFileObject(context.files, file).checkDetails({ checksum: true })),
  )
  const sums = details.map((detail) => detail?.checksum)
  return sums.includes(undefined) ? undefined : sums.join('')
}

/** SHA-256 over entrypoint and image checksum of a container. */
export function getContainerChecksum({
  entrypoint,
  checksum,
}: Pick<AlgorithmContainer, 'entrypoint' | 'checksum'>): string {
  return createHash('sha256').update(`${entrypoint}${checksum}`).digest('hex')
}
