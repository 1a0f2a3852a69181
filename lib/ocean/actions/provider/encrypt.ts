import { type Hex, isHex } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { UnexpectedResponseError } from '../../errors/HttpError'
import type { OceanClient } from '../../types/client'

export type EncryptParameters = {
  providerUrl?: string | undefined
  bytes: Uint8Array
  signal?: AbortSignal | undefined
}

/**
 * Has the Provider encrypt bytes so that only it can read them.
 *
 * - HTTP: `POST encrypt?chainId=`
 * - Source: provider-aquarius specification 3.2
 */
export async function encrypt(client: OceanClient, { providerUrl, bytes, signal }: EncryptParameters): Promise<Hex> {
  const query = { chainId: client.network.chainId }
  const response = await callProvider(client, {
    providerUrl,
    endpoint: 'encrypt',
    query,
    body: bytes,
    repeatable: true,
    signal,
  })
  const text = new TextDecoder().decode(response.bytes).trim()
  if (isHex(text) && text.length > 2) return text
  throw new UnexpectedResponseError('The Provider did not answer with a ciphertext.', {
    url: response.url,
    status: response.status,
  })
}
