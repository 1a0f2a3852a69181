import type { Address, Hex } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { initializeSchema } from '../../schemas/providerSchemas'
import type { OceanClient } from '../../types/client'
import type { OrderQuote } from '../../types/provider'

export type InitializeParameters = {
  providerUrl?: string | undefined
  did: string
  serviceId: string
  consumerAddress: Address
  /** An earlier order, to ask whether it is still good. */
  transferTxId?: Hex | undefined
  signal?: AbortSignal | undefined
}

/**
 * The Provider's price for downloading from an access service.
 *
 * - HTTP: `GET initialize`
 * - Source: provider-aquarius specification 4.2
 */
export async function initialize(client: OceanClient, parameters: InitializeParameters): Promise<OrderQuote> {
  const { providerUrl, did, serviceId, consumerAddress, transferTxId, signal } = parameters
  const query = { documentId: did, serviceId, consumerAddress, transferTxId }
  const response = await callProvider(client, {
    providerUrl,
    endpoint: 'initialize',
    query,
    repeatable: true,
    timeout: 150_000,
    signal,
  })
  return parseBody(response, initializeSchema)
}
