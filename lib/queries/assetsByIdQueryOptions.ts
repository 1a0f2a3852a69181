import { queryOptions } from '@tanstack/react-query'
import { type OceanClient, searchAssets } from '@/lib/ocean'

/** Several assets at once, by DID; those the index lacks are missing from the map. */
export function assetsByIdQueryOptions(client: OceanClient, dids: readonly string[]) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'assetsById', { dids: [...new Set(dids)].sort() }] as const,
    queryFn: async ({ queryKey: [, , , input], signal }) => {
      if (input.dids.length === 0) return {}
      const query = { terms: { _id: input.dids } }
      const { assets } = await searchAssets(client, { query, size: input.dids.length, signal })
      return Object.fromEntries(assets.map((asset) => [asset.id, asset]))
    },
  })
}
