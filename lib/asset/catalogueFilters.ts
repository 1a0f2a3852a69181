/** What the catalogue can be narrowed by. Every value lives in the page's address. */
export type CatalogueFilters = {
  text: string
  type: 'any' | 'dataset' | 'algorithm'
  price: 'any' | 'free' | 'paid' | 'none'
  /** Asset state number as text; `listed` hides unlisted assets and whatever was withdrawn. */
  state: 'listed' | 'all' | '0' | '1' | '2' | '3' | '4' | '5'
  /** Address of the owner, or `''`. */
  owner: string
  mine: boolean
  /** DID of the algorithm that must be allowed, or `''`. */
  runsWith: string
  sort: 'relevance' | 'newest' | 'updated' | 'orders' | 'name'
  /** Counted from 1. */
  page: number
}

export const catalogueTypes = ['any', 'dataset', 'algorithm'] as const
export const cataloguePrices = ['any', 'free', 'paid', 'none'] as const
export const catalogueStates = ['listed', 'all', '0', '1', '2', '3', '4', '5'] as const
export const catalogueSorts = ['relevance', 'newest', 'updated', 'orders', 'name'] as const

/** Assets on one page of the catalogue. */
export const cataloguePageSize = 12

/** Characters of a search; more than anybody types, less than an address may hold. */
export const longestText = 200

/** Elasticsearch serves no hit beyond this position. */
export const catalogueWindow = 10_000

export const defaultCatalogueFilters: CatalogueFilters = {
  text: '',
  type: 'any',
  price: 'any',
  state: 'listed',
  owner: '',
  mine: false,
  runsWith: '',
  sort: 'newest',
  page: 1,
}
