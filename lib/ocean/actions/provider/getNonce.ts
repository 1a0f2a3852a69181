import type { Address } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { nonceSchema } from '../../schemas/providerSchemas'
import type { OceanClient } from '../../types/client'

export type GetNonceParameters = {
  providerUrl?: string | undefined
  address: Address
  signal?: AbortSignal | undefined
}

/**
 * The nonce the Provider has last seen of an account, rounded up to a whole number.
 *
 * - HTTP: `GET nonce`
 * - Source: provider-aquarius specification 2.1, 2.2
 */
export async function getNonce(
  client: OceanClient,
  { providerUrl, address, signal }: GetNonceParameters,
): Promise<bigint> {
  const response = await callProvider(client, {
    providerUrl,
    endpoint: 'nonce',
    query: { userAddress: address },
    repeatable: true,
    signal,
  })
  const { nonce } = parseBody(response, nonceSchema)
  if (nonce === null) return 0n
  const text = String(nonce)
  return /^\d+$/.test(text) ? BigInt(text) : BigInt(Math.ceil(Number(text)))
}
