import { queryOptions } from '@tanstack/react-query'
import { getAssetNames, type OceanClient } from '@/lib/ocean'

/** Names by DID; assets the index lacks are missing from the map. */
export function assetNamesQueryOptions(client: OceanClient, dids: readonly string[]) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'assetNames', { dids: [...new Set(dids)].sort() }] as const,
    queryFn: ({ queryKey: [, , , input], signal }) => getAssetNames(client, { ...input, signal }),
    staleTime: 60_000,
  })
}
