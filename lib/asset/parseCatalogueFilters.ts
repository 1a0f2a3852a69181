import {
  type CatalogueFilters,
  cataloguePageSize,
  cataloguePrices,
  catalogueSorts,
  catalogueStates,
  catalogueTypes,
  catalogueWindow,
  defaultCatalogueFilters,
  longestText,
} from './catalogueFilters'

function oneOf<const values extends readonly string[]>(
  value: string | null,
  values: values,
  fallback: values[number],
): values[number] {
  return values.find((candidate) => candidate === value) ?? fallback
}

/** Reads filters from an address; whatever is missing or not understood becomes the default. */
export function parseCatalogueFilters(search: Pick<URLSearchParams, 'get'>): CatalogueFilters {
  const text = (search.get('q') ?? '').slice(0, longestText)
  const owner = search.get('owner') ?? ''
  const runsWith = search.get('runsWith') ?? ''
  const page = Number(search.get('page') ?? '1')
  return {
    text,
    type: oneOf(search.get('type'), catalogueTypes, 'any'),
    price: oneOf(search.get('price'), cataloguePrices, 'any'),
    state: oneOf(search.get('state'), catalogueStates, 'listed'),
    owner: /^0x[0-9a-fA-F]{40}$/.test(owner) ? owner : '',
    mine: search.get('mine') === '1',
    runsWith: /^did:op:[0-9a-f]{64}$/.test(runsWith) ? runsWith : '',
    sort: oneOf(search.get('sort'), catalogueSorts, text.trim() === '' ? defaultCatalogueFilters.sort : 'relevance'),
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, Math.floor(catalogueWindow / cataloguePageSize)) : 1,
  }
}
