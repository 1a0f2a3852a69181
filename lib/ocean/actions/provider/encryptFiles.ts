import { type Address, type Hex, stringToBytes } from 'viem'
import type { OceanClient } from '../../types/client'
import type { FileObject } from '../../types/provider'
import { encrypt } from './encrypt'

export type EncryptFilesParameters = {
  providerUrl: string
  dataNft: Address
  datatoken: Address
  files: readonly FileObject[]
  signal?: AbortSignal | undefined
}

/**
 * Has the Provider encrypt a service's files, bound to the asset so that nobody can publish the ciphertext as theirs.
 *
 * - Source: provider-aquarius specification 3.4
 */
export async function encryptFiles(
  client: OceanClient,
  { providerUrl, dataNft, datatoken, files, signal }: EncryptFilesParameters,
): Promise<Hex> {
  const bytes = stringToBytes(JSON.stringify({ datatokenAddress: datatoken, nftAddress: dataNft, files }))
  return encrypt(client, { providerUrl, bytes, signal })
}
