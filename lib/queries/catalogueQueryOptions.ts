import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { buildCatalogueQuery } from '@/lib/asset/buildCatalogueQuery'
import type { CatalogueFilters } from '@/lib/asset/catalogueFilters'
import { getAsset, type OceanClient, searchAssets } from '@/lib/ocean'

/** One page of the catalogue. The page before stays in sight while the next one is fetched. */
export function catalogueQueryOptions(
  client: OceanClient,
  input: { filters: CatalogueFilters; account?: string | undefined },
) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'catalogue', input] as const,
    queryFn: async ({ queryKey: [, , , { filters, account }], signal }) => {
      const algorithm = filters.runsWith
        ? await getAsset(client, { did: filters.runsWith, signal }).catch(() => undefined)
        : undefined
      const query = buildCatalogueQuery({ filters, account, runsWithOwner: algorithm?.nft.owner })
      const found = await searchAssets(client, { ...query, signal })
      return { ...found, runsWith: algorithm }
    },
    // An index that was away is asked again until it is back.
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : false),
    placeholderData: keepPreviousData,
  })
}
