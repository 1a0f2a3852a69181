import { parseBody } from '../../clients/parseBody'
import { request } from '../../clients/request'
import { ServiceFailedError } from '../../errors/HttpError'
import { chainStatusSchema } from '../../schemas/aquariusSchemas'
import type { OceanClient } from '../../types/client'

export type GetChainStatusReturnType = { /** Last block the cache has read. */ lastBlock: number }

/**
 * How far the metadata cache has read this chain.
 *
 * - HTTP: `GET /api/aquarius/chains/status/{chainId}`
 */
export async function getChainStatus(
  client: OceanClient,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<GetChainStatusReturnType> {
  const url = `${client.network.aquariusUrl}/api/aquarius/chains/status/${client.network.chainId}`
  const response = await request(client, { url, repeatable: true, signal })
  if (response.status !== 200)
    throw new ServiceFailedError('The metadata cache does not read this chain.', { url, status: response.status })
  return { lastBlock: parseBody(response, chainStatusSchema).last_block }
}
