import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { ChecksumMissingError } from '../../errors/AssetError'
import { fileInfosSchema } from '../../schemas/providerSchemas'
import type { OceanClient } from '../../types/client'
import type { FileInfo, FileObject } from '../../types/provider'

export type GetFileInfoParameters = {
  providerUrl?: string | undefined
  /** Asks for checksums; every valid file of a published asset must then have one. */
  checksum?: boolean | undefined
  signal?: AbortSignal | undefined
} & ({ file: FileObject } | { did: string; serviceId: string })

/**
 * What the Provider finds when it looks at a file, or at the files of a published service.
 *
 * - HTTP: `POST fileinfo`
 * - Source: provider-aquarius specification 3.6
 *
 * @returns One item per file; an unreachable file is `valid: false`, not an error.
 * @throws {ChecksumMissingError} when checksums of a published service were asked for and one is missing.
 */
export async function getFileInfo(client: OceanClient, parameters: GetFileInfoParameters): Promise<FileInfo[]> {
  const { providerUrl, checksum, signal } = parameters
  const subject = 'file' in parameters ? parameters.file : { did: parameters.did, serviceId: parameters.serviceId }
  const body = { ...subject, ...(checksum ? { checksum: 1 } : {}) }
  const response = await callProvider(client, { providerUrl, endpoint: 'fileinfo', body, repeatable: true, signal })
  const files = parseBody(response, fileInfosSchema)
  if (checksum && 'did' in parameters) {
    const missing = files.find((file) => !file.checksum)
    if (missing || files.length === 0) throw new ChecksumMissingError({ did: parameters.did, index: missing?.index })
  }
  return files
}
