import { describe, expect, it } from 'vitest'
import { createIndex } from '../testing/createIndex'
import { QueryError } from './query'
import { searchAssets } from './searchAssets'

const owner = { alice: '0x02354A1F160A3fd7ac8b02ee91F04104440B28E7', bob: '0x6aE1d8b3A4D5B0fF5A7C9b4aE4b3E1F0C0E0a001' }
const did = (digit: string) => `did:op:${digit.repeat(64)}`
type Asset = {
  name: string
  type?: string
  tags?: string[]
  owner?: string
  orders?: number
  created?: string
  state?: number
  trusts?: string[]
  description?: string
  price?: number
  author?: string
}

function asset(id: string, given: Asset): object {
  const {
    name,
    type = 'dataset',
    tags = [],
    orders = 0,
    created = '2024-01-01T00:00:00',
    state = 0,
    trusts = [],
    price,
    author = 'Ada',
  } = given
  return {
    id,
    chainId: 8996,
    metadata: { name, type, tags, author, description: given.description ?? `About ${name}` },
    services: [
      { id: '0', type: 'access', files: `0x${'ab'.repeat(300)}`, compute: null },
      {
        id: '1',
        type: 'compute',
        compute: { publisherTrustedAlgorithms: trusts.map((trusted) => ({ did: trusted })) },
      },
    ],
    nft: { address: `0x${id.slice(-40)}`, state, owner: given.owner ?? owner.alice, created },
    datatokens: [{ address: `0x${id.slice(-40)}`, symbol: 'DT1' }],
    stats: { orders, price: price === undefined ? {} : { value: price } },
    purgatory: { state: false },
  }
}

const documents = {
  [did('1')]: asset(did('1'), {
    name: 'Branin dataset',
    tags: ['Math', 'test'],
    orders: 5,
    created: '2024-03-01T00:00:00',
    trusts: [did('a')],
    price: 0,
  }),
  [did('2')]: asset(did('2'), {
    name: 'Iris flowers',
    tags: ['Botany'],
    orders: 2,
    created: '2024-02-01T00:00:00',
    owner: owner.bob,
    price: 2.5,
  }),
  [did('3')]: asset(did('3'), {
    name: 'Grey scale pictures of flowers',
    tags: ['test'],
    created: '2024-01-01T00:00:00',
    state: 5,
    trusts: [did('a'), did('7')],
  }),
  [did('a')]: asset(did('a'), {
    name: 'Gaussian process',
    type: 'algorithm',
    tags: ['Math'],
    orders: 7,
    created: '2023-12-31T23:59:59',
    description: 'Fits a Gaussian process to Branin data',
  }),
  [did('7')]: asset(did('7'), {
    name: 'Line count',
    type: 'algorithm',
    orders: 2,
    created: '2024-02-15T12:00:00',
    owner: owner.bob,
    author: 'Bob B.',
  }),
}
const database = createIndex(documents)
const search = (request: Record<string, unknown>) => searchAssets(database, request)
const ids = (query: object | undefined, rest: object = {}) =>
  search({ ...(query ? { query } : {}), ...rest }).hits.hits.map((hit) => (hit as { _id: string })._id.at(-1))
const found = (query: object) => ids(query).sort().join('')
const text = (query: string, rest: object = {}) => found({ query_string: { query, ...rest } })

describe('the clauses clients send', () => {
  it.each<[string, object, string]>([
    ['one asset by its _id', { match: { _id: did('2') } }, '2'],
    ['several by _id', { terms: { _id: [did('1'), did('7'), did('9')] } }, '17'],
    ['the index of assets', { term: { _index: 'aquarius' } }, '1237a'],
    ['another index', { term: { _index: 'aquarius_plus' } }, ''],
    ['the lower-case words of a text', { term: { 'metadata.type': 'dataset' } }, '123'],
    ['no word with capitals', { term: { 'metadata.tags': 'Math' } }, ''],
    ['exact text by keyword', { term: { 'metadata.tags.keyword': 'Math' } }, '1a'],
    ['a lower-case owner', { term: { 'nft.owner': owner.bob.toLowerCase() } }, '27'],
    ['no checksummed owner as a word', { term: { 'nft.owner': owner.bob } }, ''],
    ['a checksummed owner by keyword', { term: { 'nft.owner.keyword': owner.bob } }, '27'],
    ['numbers', { terms: { 'nft.state': [0, 4, null] } }, '127a'],
    ['a number given as text', { term: { chainId: '8996' } }, '1237a'],
    ['booleans', { term: { 'purgatory.state': false } }, '1237a'],
    [
      'datasets that trust an algorithm',
      { match: { 'services.compute.publisherTrustedAlgorithms.did': { query: did('a') } } },
      '13',
    ],
    [
      'a DID that begins with a digit, and only that',
      { match: { 'services.compute.publisherTrustedAlgorithms.did': did('7') } },
      '3',
    ],
    ['a phrase', { match_phrase: { 'metadata.description': 'gaussian process' } }, 'a'],
    [
      'not the words of a phrase the other way round',
      { match_phrase: { 'metadata.description': 'process gaussian' } },
      '',
    ],
    [
      'a phrase with room for two moves',
      { match_phrase: { 'metadata.name': { query: 'grey pictures flowers', slop: 2 } } },
      '3',
    ],
    ['no phrase that needs more room', { match_phrase: { 'metadata.name': { query: 'grey flowers', slop: 2 } } }, ''],
    ['the beginning of a phrase', { match_phrase_prefix: { 'metadata.name': 'scale pict' } }, '3'],
    [
      'words in any of several fields',
      { multi_match: { query: 'branin', fields: ['metadata.name^10', 'metadata.description'] } },
      '1a',
    ],
    [
      'all words over several fields',
      { multi_match: { query: 'line bob', fields: ['metadata.*'], type: 'cross_fields', operator: 'and' } },
      '7',
    ],
    ['ranges of numbers', { range: { 'stats.orders': { gte: 2, lt: 7 } } }, '127'],
    ['ranges of dates', { range: { 'nft.created': { gte: '2024-01-01', lte: '2024-02-01' } } }, '23'],
    ['dates before a day', { range: { 'nft.created': { lt: '2024-01-01' } } }, 'a'],
    ['dates after a day', { range: { 'nft.created': { gt: '2024-02-01' } } }, '17'],
    ['dates by mathematics', { range: { 'nft.created': { gte: '2024-03-01||-1M/M', lt: 'now' } } }, '127'],
    ['a field that exists', { exists: { field: 'stats.price.value' } }, '12'],
    ['an object that exists', { exists: { field: 'stats.price' } }, '12'],
    ['text too long to compare', { exists: { field: 'services.files' } }, '1237a'],
    ['a prefix', { prefix: { 'metadata.name': 'gau' } }, 'a'],
    ['a prefix of an identifier', { prefix: { 'nft.owner': owner.bob.slice(0, 8).toLowerCase() } }, '27'],
    ['a wildcard', { wildcard: { 'metadata.name.keyword': { value: '*FLOWERS*', case_insensitive: true } } }, '23'],
    [
      'a wildcard inside an identifier',
      { wildcard: { 'nft.owner': `*${owner.bob.slice(10, 20).toLowerCase()}*` } },
      '27',
    ],
    ['whatever does not match', { bool: { must_not: { term: { 'nft.state': 5 } } } }, '127a'],
    ['a list with holes', { bool: { filter: [null, { term: { 'metadata.type': 'algorithm' } }, null] } }, '7a'],
    [
      'some of several',
      {
        bool: {
          should: [{ match: { 'metadata.name': 'iris' } }, { match: { 'metadata.name': 'branin' } }],
          minimum_should_match: 1,
        },
      },
      '12',
    ],
    ['a constant score', { constant_score: { filter: { term: { 'metadata.type': 'dataset' } } } }, '123'],
    [
      'the best of several',
      { dis_max: { queries: [{ match: { 'metadata.name': 'iris' } }, { match_none: {} }] } },
      '2',
    ],
    ['nothing', { match_none: {} }, ''],
  ])('find %s', (_title, query, expected) => {
    expect(found(query)).toBe(expected)
  })

  it('find what the market asks for', () => {
    const words = ['branin', 'data']
    const fields = [
      'id',
      'nft.owner',
      'datatokens.address',
      'datatokens.name',
      'datatokens.symbol',
      'metadata.name^10',
      'metadata.author',
      'metadata.description',
      'metadata.tags',
    ]
    const request = {
      from: 0,
      size: 21,
      query: {
        bool: {
          must: [
            {
              bool: {
                should: [
                  {
                    query_string: {
                      query: words.join(' OR '),
                      fields,
                      minimum_should_match: '2<75%',
                      phrase_slop: 2,
                      boost: 5,
                    },
                  },
                  { query_string: { query: 'branin data*', fields, boost: 5, lenient: true } },
                  { match_phrase: { content: { query: 'branin data', boost: 10 } } },
                  { query_string: { query: '*branin data*', fields, default_operator: 'AND' } },
                ],
              },
            },
          ],
          filter: [
            { term: { _index: 'aquarius' } },
            { terms: { chainId: [8996] } },
            { term: { 'purgatory.state': false } },
            { bool: { must_not: [{ term: { 'nft.state': 5 } }] } },
          ],
        },
      },
      sort: { _score: 'desc' },
    }
    const { hits } = search(request)
    expect(hits.hits.map((hit) => (hit as { _id: string })._id.at(-1)).sort()).toEqual(['1', 'a'])
    expect(hits.max_score).toBeGreaterThan(0)
  })
})

describe('query_string', () => {
  it.each<[string, string, object]>([
    ['branin', '1a', {}],
    ['BRANIN', '1a', {}],
    ['iris branin', '12a', {}],
    ['iris branin', '', { default_operator: 'AND' }],
    ['gaussian branin', 'a', { default_operator: 'AND' }],
    ['gaussian AND branin', 'a', {}],
    ['iris OR branin', '12a', {}],
    ['iris || line', '27', {}],
    ['branin NOT gaussian', '1', {}],
    ['branin -gaussian', '1', {}],
    ['+branin +math', '1a', {}],
    ['"gaussian process"', 'a', {}],
    ['"process gaussian"', '', {}],
    ['"grey pictures"~1', '3', {}],
    ['gau*', 'a', {}],
    ['*owers', '23', {}],
    ['fl?wers', '23', {}],
    ['*', '1237a', {}],
    ['*:*', '1237a', {}],
    ['metadata.name:branin', '1', {}],
    ['metadata.name:(iris OR line)', '27', {}],
    ['metadata.\\*:branin', '1a', {}],
    ['metadata.tags.keyword:Math', '1a', {}],
    ['stats.orders:[2 TO 5]', '127', {}],
    ['stats.orders:{2 TO *]', '1a', {}],
    ['stats.orders:>=5', '1a', {}],
    ['nft.created:[2024-02-01 TO 2024-02-15]', '27', {}],
    ['_exists_:stats.price.value', '12', {}],
    ['(iris OR branin) AND metadata.type:dataset', '12', {}],
    ['NOT branin', '237', {}],
    ['branin^2 iris', '12a', {}],
    [`did\\:op\\:${'a'.repeat(64)}`, '13a', {}],
    [`did\\:op\\:${'7'.repeat(64)}`, '37', {}],
    ['branin', '1', { fields: ['metadata.name'] }],
    ['8996', '1237a', { default_field: 'chainId' }],
    [owner.bob, '27', { default_field: 'nft.owner' }],
    ['iris OR flowers OR grey', '23', { minimum_should_match: '66%' }],
    ['', '', {}],
  ])('%s finds "%s"', (query, expected, options) => {
    expect(text(query, options)).toBe(expected)
  })

  it.each(['---', '(branin', 'branin)', '"branin', 'AND branin', 'metadata.name:', 'branin~', '/regex/'])(
    'refuses %s',
    (query) => {
      expect(() => text(query)).toThrow(QueryError)
    },
  )
})

describe('an answer', () => {
  it('has the form of Elasticsearch', () => {
    expect(search({ query: { match: { 'metadata.name': 'iris' } } })).toEqual({
      took: expect.any(Number),
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: {
        total: { value: 1, relation: 'eq' },
        max_score: expect.any(Number),
        hits: [{ _index: 'aquarius', _id: did('2'), _score: expect.any(Number), _source: documents[did('2')] }],
      },
    })
  })

  it('ranks what matches more and rarer words first', () => {
    expect(ids({ query_string: { query: 'branin gaussian' } })[0]).toBe('a')
    expect(ids({ multi_match: { query: 'branin', fields: ['metadata.name^10', 'metadata.description'] } })).toEqual([
      '1',
      'a',
    ])
  })

  it.each<[unknown, string]>([
    [{ 'nft.created': 'desc' }, '1723a'],
    [{ 'nft.created': { order: 'asc' } }, 'a3271'],
    [[{ 'stats.orders': 'desc' }, { 'nft.created': 'asc' }], 'a1273'],
    ['metadata.name.keyword', '1a327'],
    ['stats.orders:desc', 'a1273'],
    [{ 'stats.price.value': 'desc' }, '213a7'],
    [{ 'stats.price.value': { order: 'asc', missing: '_first' } }, '3a712'],
    [{ 'stats.allocated': 'desc' }, '123a7'],
  ])('is sorted by %j', (sort, expected) => {
    expect(ids(undefined, { sort }).join('')).toBe(expected)
  })

  it('comes in pages', () => {
    expect(ids(undefined, { sort: { 'nft.created': 'desc' }, from: 1, size: 2 })).toEqual(['7', '2'])
    expect(search({ size: 0 }).hits).toEqual({ total: { value: 5, relation: 'eq' }, max_score: null, hits: [] })
    expect(search({ size: 0, track_total_hits: 3 }).hits.total).toEqual({ value: 3, relation: 'gte' })
    expect(search({ size: 0, track_total_hits: false }).hits).not.toHaveProperty('total')
  })

  it('holds only the wanted parts of documents', () => {
    const source = (filter: unknown) =>
      (search({ query: { ids: { values: [did('1')] } }, _source: filter }).hits.hits[0] as { _source?: unknown })
        ._source
    expect(source(false)).toBeUndefined()
    expect(source(['id', 'metadata.name'])).toEqual({ id: did('1'), metadata: { name: 'Branin dataset' } })
    expect(source('services.type')).toEqual({ services: [{ type: 'access' }, { type: 'compute' }] })
    expect(source({ includes: ['stats.*'], excludes: ['stats.price'] })).toEqual({ stats: { orders: 5 } })
  })

  it('counts and sums', () => {
    const { aggregations } = search({
      size: 0,
      query: { bool: { must_not: { term: { 'nft.state': 5 } } } },
      aggs: {
        totalOrders: { sum: { field: 'stats.orders' } },
        tags: { terms: { field: 'metadata.tags.keyword', size: 1 } },
        owners: {
          terms: { field: 'nft.owner.keyword', order: { totalSales: 'desc' } },
          aggs: { totalSales: { sum: { field: 'stats.orders' } } },
        },
        average: { avg: { field: 'stats.orders' } },
        least: { min: { field: 'stats.orders' } },
        most: { max: { field: 'stats.orders' } },
        types: { cardinality: { field: 'metadata.type.keyword' } },
        priced: { value_count: { field: 'stats.price.value' } },
        algorithms: {
          filter: { term: { 'metadata.type': 'algorithm' } },
          aggs: { orders: { sum: { field: 'stats.orders' } } },
        },
        none: { avg: { field: 'not.there' } },
      },
    })
    expect(aggregations).toEqual({
      totalOrders: { value: 16 },
      tags: { doc_count_error_upper_bound: 0, sum_other_doc_count: 2, buckets: [{ key: 'Math', doc_count: 2 }] },
      owners: {
        ...{ doc_count_error_upper_bound: 0, sum_other_doc_count: 0 },
        buckets: [
          { key: owner.alice, doc_count: 2, totalSales: { value: 12 } },
          { key: owner.bob, doc_count: 2, totalSales: { value: 4 } },
        ],
      },
      average: { value: 4 },
      least: { value: 2 },
      most: { value: 7 },
      types: { value: 2 },
      priced: { value: 2 },
      algorithms: { doc_count: 2, orders: { value: 9 } },
      none: { value: null },
    })
  })
})

describe('what is not understood', () => {
  it.each<[string, Record<string, unknown>]>([
    ['fuzzy', { query: { fuzzy: { 'metadata.name': 'brann' } } }],
    ['nested', { query: { bool: { must: [{ nested: { path: 'services', query: { match_all: {} } } }] } } }],
    ['boosting', { query: { bool: { boosting: {} } } }],
    ['empty', { query: {} }],
    ['One clause', { query: { match_all: {}, term: { id: 1 } } }],
    ['fuzziness', { query: { match: { 'metadata.name': { query: 'x', fuzziness: 'AUTO' } } } }],
    ['Exactly one field', { query: { term: { a: 1, b: 2 } } }],
    ['keyword', { query: { range: { 'metadata.name': { gte: 'a' } } } }],
    ['keyword', { sort: { 'metadata.name': 'asc' } }],
    ['keyword', { aggs: { a: { terms: { field: 'metadata.name' } } } }],
    ['percentiles', { aggs: { a: { percentiles: { field: 'stats.orders' } } } }],
    ['from', { from: -1 }],
    ['10000', { size: 10_001 }],
    ['sideways', { sort: { 'nft.created': 'sideways' } }],
    ['constructor', { query: { constructor: {} } }],
    ['object', { query: 'branin' }],
    ['minimum_should_match', { query: { bool: { should: { match_all: {} }, minimum_should_match: 'most' } } }],
  ])('is refused by name: %s', (word, request) => {
    expect(() => search(request)).toThrow(QueryError)
    expect(() => search(request)).toThrow(word)
  })

  it('answers unknown keys of the request as Aquarius does', () => {
    expect(() => search({ quary: {} })).toThrow(/^Encountered Elasticsearch Exception: .*'quary'/)
    expect(() => search({ index: 'nowhere' })).toThrow(/no such index \[nowhere\]/)
    expect(search({ index: ['aquarius'], size: 0 }).hits.total?.value).toBe(5)
  })
})
