import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { buildCatalogueQuery } from '@/lib/asset/buildCatalogueQuery'
import { defaultCatalogueFilters } from '@/lib/asset/catalogueFilters'
import { type OceanClient, searchAssets } from '@/lib/ocean'

export type CandidatesInput = {
  text: string
  type: 'dataset' | 'algorithm'
  /** Only assets of this account, in whatever state. */
  owner?: string | undefined
  /** Only datasets with a compute service. */
  computable?: boolean | undefined
}

/** Assets to choose from in a picker: at most fifty, best match first. */
export function candidatesQueryOptions(client: OceanClient, input: CandidatesInput) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'candidates', input] as const,
    queryFn: async ({ queryKey: [, , , { text, type, owner, computable }], signal }) => {
      const sort = text.trim() === '' ? ('newest' as const) : ('relevance' as const)
      const state = owner === undefined ? ('listed' as const) : ('all' as const)
      const filters = { ...defaultCatalogueFilters, text, type, owner: owner ?? '', state, sort }
      const { query, sort: order } = buildCatalogueQuery({ filters })
      const bool = computable ? { bool: { must: [query], filter: [{ term: { 'services.type': 'compute' } }] } } : query
      return searchAssets(client, { query: bool, sort: order, size: 50, signal })
    },
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : false),
    placeholderData: keepPreviousData,
  })
}
