import { queryOptions } from '@tanstack/react-query'
import { type OceanClient, searchAssets } from '@/lib/ocean'

/** The assets published last, newest first. */
export function latestAssetsQueryOptions(client: OceanClient, input: { size: number }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'latestAssets', input] as const,
    queryFn: ({ queryKey: [, , , { size }], signal }) =>
      searchAssets(client, {
        size,
        query: { bool: { filter: [{ term: { 'nft.state': 0 } }] } },
        sort: { 'nft.created': 'desc' },
        signal,
      }),
    refetchInterval: 15_000,
  })
}
