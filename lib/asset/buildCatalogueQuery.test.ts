import { describe, expect, it } from 'vitest'
import { buildCatalogueQuery } from './buildCatalogueQuery'
import { defaultCatalogueFilters } from './catalogueFilters'
import { formatCatalogueFilters } from './formatCatalogueFilters'
import { parseCatalogueFilters } from './parseCatalogueFilters'

const did = `did:op:${'a'.repeat(64)}`
const account = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e'

describe('buildCatalogueQuery', () => {
  it('asks for the first listed assets, newest first, when nothing is chosen', () => {
    expect(buildCatalogueQuery({ filters: defaultCatalogueFilters })).toEqual({
      query: { bool: { filter: [{ terms: { 'nft.state': [0, 4] } }] } },
      from: 0,
      size: 12,
      sort: { 'nft.created': 'desc' },
    })
  })

  it('takes the sting out of the characters that mean something in a query string', () => {
    const filters = { ...defaultCatalogueFilters, text: 'branin" OR (x:1) *', sort: 'relevance' as const }
    const { query, sort } = buildCatalogueQuery({ filters })
    expect(JSON.stringify(query)).toContain('"query":"branin OR x OR 1"')
    expect(JSON.stringify(query)).toContain('"query":"branin* AND x* AND 1*"')
    expect(sort).toEqual({ _score: 'desc' })
  })

  it('finds an asset by its DID and by any address on it', () => {
    const byDid = buildCatalogueQuery({ filters: { ...defaultCatalogueFilters, text: did } })
    expect(byDid.query).toMatchObject({ bool: { must: [{ term: { _id: did } }] } })
    const byAddress = buildCatalogueQuery({ filters: { ...defaultCatalogueFilters, text: account } })
    expect(JSON.stringify(byAddress.query)).toContain(`"nftAddress":"${account.toLowerCase()}"`)
  })

  it('lets in datasets that name the algorithm, its publisher, or nobody', () => {
    const filters = { ...defaultCatalogueFilters, runsWith: did, type: 'algorithm' as const }
    const text = JSON.stringify(buildCatalogueQuery({ filters, runsWithOwner: account }).query)
    expect(text).toContain(`"services.compute.publisherTrustedAlgorithms.did.keyword":"${did}"`)
    expect(text).toContain(`"services.compute.publisherTrustedAlgorithmPublishers.keyword":"${account}"`)
    expect(text).toContain('"must_not":[{"exists"')
    expect(text).toContain('"metadata.type":"dataset"')
    expect(text).not.toContain('"metadata.type":"algorithm"')
  })

  it('prefers the connected account to a named owner when only own assets are wanted', () => {
    const filters = { ...defaultCatalogueFilters, mine: true, owner: `0x${'1'.repeat(40)}`, state: 'all' as const }
    expect(buildCatalogueQuery({ filters, account }).query).toEqual({
      bool: { filter: [{ term: { 'nft.owner': account.toLowerCase() } }] },
    })
  })
})

describe('catalogue filters in the address', () => {
  it('are left out when they are the defaults', () => {
    expect(formatCatalogueFilters(defaultCatalogueFilters)).toBe('')
  })

  it('come back as they went in', () => {
    const filters = {
      text: 'iris & co',
      type: 'dataset',
      price: 'free',
      state: '5',
      owner: account,
      mine: true,
      runsWith: did,
      sort: 'orders',
      page: 3,
    } as const
    expect(parseCatalogueFilters(new URLSearchParams(formatCatalogueFilters(filters)))).toEqual(filters)
  })

  it('fall back to the defaults when the address makes no sense', () => {
    const search = new URLSearchParams('type=x&price=1&state=9&owner=0x1&runsWith=did&sort=up&page=-2')
    expect(parseCatalogueFilters(search)).toEqual(defaultCatalogueFilters)
  })

  it('sort by relevance as soon as there is a text', () => {
    expect(parseCatalogueFilters(new URLSearchParams('q=branin')).sort).toBe('relevance')
  })
})
