import { queryOptions } from '@tanstack/react-query'
import { AssetNotFoundError, AssetUnavailableError, getAsset, type OceanClient } from '@/lib/ocean'

/** One asset as the index shows it. "Not there" and "withdrawn" are answers and are not asked for again by themselves. */
export function assetQueryOptions(client: OceanClient, did: string) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'asset', { did }] as const,
    queryFn: ({ queryKey: [, , , input], signal }) => getAsset(client, { ...input, signal }),
    retry: (count, error) =>
      count < 2 && !(error instanceof AssetNotFoundError) && !(error instanceof AssetUnavailableError),
  })
}
