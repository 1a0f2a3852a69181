import { type CatalogueFilters, defaultCatalogueFilters, longestText } from './catalogueFilters'

/** The search part of the catalogue's address, without the question mark; defaults are left out. */
export function formatCatalogueFilters(filters: CatalogueFilters): string {
  const search = new URLSearchParams()
  const text = filters.text.trim()
  if (text !== '') search.set('q', filters.text.slice(0, longestText))
  for (const key of ['type', 'price', 'state', 'owner', 'runsWith'] as const)
    if (filters[key] !== defaultCatalogueFilters[key]) search.set(key, filters[key])
  if (filters.mine) search.set('mine', '1')
  if (filters.sort !== (text === '' ? defaultCatalogueFilters.sort : 'relevance')) search.set('sort', filters.sort)
  if (filters.page > 1) search.set('page', String(filters.page))
  return search.toString()
}
