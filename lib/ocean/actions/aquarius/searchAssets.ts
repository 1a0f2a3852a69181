import { z } from 'zod/mini'
import { parseBody } from '../../clients/parseBody'
import { request } from '../../clients/request'
import { RequestRefusedError, ServiceFailedError } from '../../errors/HttpError'
import { searchSchema } from '../../schemas/aquariusSchemas'
import { assetSchema } from '../../schemas/assetSchemas'
import type { Asset } from '../../types/asset'
import type { OceanClient } from '../../types/client'

export type SearchAssetsParameters = {
  /** A clause of the query dialect. Default: everything. */
  query?: Record<string, unknown> | undefined
  from?: number | undefined
  /** Default `20`. */
  size?: number | undefined
  sort?: Record<string, unknown> | readonly Record<string, unknown>[] | undefined
  aggs?: Record<string, unknown> | undefined
  signal?: AbortSignal | undefined
}
export type SearchAssetsReturnType = {
  assets: Asset[]
  /** Matches in all, not on this page. */
  total: number
  /** Matches on this page that are withdrawn or malformed. */
  unreadable: number
  aggregations: Record<string, unknown>
}

/**
 * Searches the metadata cache for assets of this chain.
 *
 * - HTTP: `POST /api/aquarius/assets/query`
 * - Source: provider-aquarius specification 9.3
 *
 * @throws {RequestRefusedError} when the cache does not understand the query.
 */
export async function searchAssets(
  client: OceanClient,
  parameters: SearchAssetsParameters,
): Promise<SearchAssetsReturnType> {
  const { query = { match_all: {} }, from = 0, size = 20, sort, aggs, signal } = parameters
  const url = `${client.network.aquariusUrl}/api/aquarius/assets/query`
  const filter = [{ term: { _index: 'aquarius' } }, { terms: { chainId: [client.network.chainId] } }]
  const body = { query: { bool: { must: [query], filter } }, from, size, sort, aggs }
  const response = await request(client, {
    url,
    method: 'POST',
    body,
    repeatable: true,
    maxBytes: 64 * 1024 * 1024,
    signal,
  })
  if (response.status === 400) {
    throw new RequestRefusedError('The metadata cache does not understand this search.', {
      url,
      status: 400,
      details: new TextDecoder().decode(response.bytes),
    })
  }
  if (response.status !== 200) throw new ServiceFailedError('The search failed.', { url, status: response.status })
  const { hits, aggregations } = parseBody(response, searchSchema)
  const assets = hits.hits.flatMap((hit) => {
    const parsed = z.safeParse(assetSchema, hit._source)
    return parsed.success ? [parsed.data] : []
  })
  return {
    assets,
    total: typeof hits.total === 'number' ? hits.total : hits.total.value,
    unreadable: hits.hits.length - assets.length,
    aggregations: aggregations ?? {},
  }
}
