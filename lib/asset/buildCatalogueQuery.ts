import { type CatalogueFilters, cataloguePageSize } from './catalogueFilters'

/** A clause of the index's query language; its grammar is the index's business. */
export type QueryClause = { [clause: string]: unknown }

export type CatalogueQuery = {
  query: QueryClause
  from: number
  size: number
  sort?: Record<string, 'asc' | 'desc'>
}

const textFields = ['metadata.name^10', 'metadata.tags^4', 'metadata.author', 'metadata.description']

/** Names of assets, without the characters that mean something in a query string. */
function textClause(text: string): QueryClause | undefined {
  const trimmed = text.trim()
  if (/^did:op:[0-9a-f]{64}$/.test(trimmed)) return { term: { _id: trimmed } }
  if (/^0x[0-9a-fA-F]{40}$/.test(trimmed)) {
    const address = trimmed.toLowerCase()
    const fields = ['nft.owner', 'nftAddress', 'services.datatokenAddress']
    return { bool: { should: fields.map((field) => ({ term: { [field]: address } })), minimum_should_match: 1 } }
  }
  const words = trimmed
    .replace(/[^\p{L}\p{N}\s_.-]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[-.]+|[-.]+$/g, ''))
    .filter((word) => word !== '' && !['AND', 'OR', 'NOT'].includes(word))
  if (words.length === 0) return undefined
  return {
    bool: {
      should: [
        { query_string: { query: words.join(' OR '), fields: textFields, boost: 5 } },
        { query_string: { query: words.map((word) => `${word}*`).join(' AND '), fields: textFields, lenient: true } },
      ],
      minimum_should_match: 1,
    },
  }
}

const trustedAlgorithms = 'services.compute.publisherTrustedAlgorithms'
const trustedPublishers = 'services.compute.publisherTrustedAlgorithmPublishers'

/** Either the list holds the value or there is no list. */
function listed(field: string, keyword: string, value: string | undefined): QueryClause {
  const should: QueryClause[] = [{ bool: { must_not: [{ exists: { field } }] } }]
  if (value !== undefined) should.push({ term: { [keyword]: value } })
  return { bool: { should, minimum_should_match: 1 } }
}

/** The Provider's own rule: both lists have to agree, and an empty one lets everybody in. */
function runsWithClauses(algorithm: { did: string; owner?: string | undefined }): QueryClause[] {
  return [
    listed(`${trustedAlgorithms}.did`, `${trustedAlgorithms}.did.keyword`, algorithm.did),
    listed(trustedPublishers, `${trustedPublishers}.keyword`, algorithm.owner),
  ]
}

const priceClauses: Record<CatalogueFilters['price'], QueryClause[]> = {
  any: [],
  free: [{ term: { 'stats.price.value': 0 } }],
  paid: [{ exists: { field: 'stats.price.tokenAddress' } }],
  none: [{ bool: { must_not: [{ exists: { field: 'stats.price.value' } }] } }],
}

const sorts: Record<CatalogueFilters['sort'], Record<string, 'asc' | 'desc'>> = {
  relevance: { _score: 'desc' },
  newest: { 'nft.created': 'desc' },
  updated: { 'event.block': 'desc' },
  orders: { 'stats.orders': 'desc' },
  name: { 'metadata.name.keyword': 'asc' },
}

/** The request body that asks the index for one page of the catalogue. */
export function buildCatalogueQuery(parameters: {
  filters: CatalogueFilters
  /** The connected account, for `mine`. */
  account?: string | undefined
  /** Owner of the algorithm in `filters.runsWith`, so that publisher trust counts too. */
  runsWithOwner?: string | undefined
}): CatalogueQuery {
  const { filters, account, runsWithOwner } = parameters
  const filter: QueryClause[] = []
  if (filters.runsWith !== '') {
    filter.push({ term: { 'metadata.type': 'dataset' } }, { term: { 'services.type': 'compute' } })
    filter.push(...runsWithClauses({ did: filters.runsWith, owner: runsWithOwner }))
  } else if (filters.type !== 'any') filter.push({ term: { 'metadata.type': filters.type } })
  filter.push(...priceClauses[filters.price])
  const owner = filters.mine ? account : filters.owner || undefined
  if (owner !== undefined) filter.push({ term: { 'nft.owner': owner.toLowerCase() } })
  if (filters.state === 'listed') filter.push({ terms: { 'nft.state': [0, 4] } })
  else if (filters.state !== 'all') filter.push({ term: { 'nft.state': Number(filters.state) } })
  const text = textClause(filters.text)
  return {
    query: { bool: { ...(text === undefined ? {} : { must: [text] }), filter } },
    from: (filters.page - 1) * cataloguePageSize,
    size: cataloguePageSize,
    sort: sorts[filters.sort === 'relevance' && text === undefined ? 'newest' : filters.sort],
  }
}
