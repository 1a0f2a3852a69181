import { describe, expect, it } from 'vitest'
import { createIndex } from '../testing/createIndex'
import { searchAssets } from './searchAssets'

const names = ['Branin dataset', 'Iris flowers', 'Grey scale pictures of flowers', 'Grey iris', 'Gaussian process']
const documents = Object.fromEntries(
  names.map((name, index) => {
    const id = `did:op:${String(index + 1).repeat(64)}`
    const type = name.startsWith('Gaussian') ? 'algorithm' : 'dataset'
    return [id, { id, metadata: { name, type, author: index < 2 ? 'Ada' : 'Bob' }, stats: { orders: index } }]
  }),
)
const database = createIndex(documents)
const found = (query: object) =>
  searchAssets(database, { query })
    .hits.hits.map((hit) => (hit as { _id: string })._id.at(-1))
    .sort()
    .join('')
const simply = (query: string, rest: object = {}) =>
  found({ simple_query_string: { query, fields: ['metadata.name'], ...rest } })

describe('simple_query_string', () => {
  it.each<[string, string, object]>([
    ['flowers iris', '234', {}],
    ['flowers iris', '2', { default_operator: 'and' }],
    ['flowers + iris', '2', {}],
    ['grey + (iris | pictures)', '34', {}],
    ['grey -iris', '3', { default_operator: 'AND' }],
    ['"scale pictures"', '3', {}],
    ['"grey pictures"', '', {}],
    ['"grey pictures"~1', '3', {}],
    ['flow*', '23', {}],
    ['FLOW* + Iris', '2', {}],
    ['branin | gauss*', '15', {}],
    ['ada', '', {}],
    ['ada', '12', { fields: ['metadata.*'] }],
    ['iris', '24', { fields: ['metadata.name^3', 'metadata.author'], boost: 2, flags: 'ALL' }],
  ])('%j finds %j with %j', (query, expected, rest) => {
    expect(simply(query, rest)).toBe(expected)
  })

  it.each(['', '(iris', 'iris)', '"iris', '+ iris', 'iris |', '| iris', '--', '()', '\\'])(
    'takes no offence at %j',
    (query) => {
      expect(simply(query)).toBe(query.includes('iris') ? '24' : '')
    },
  )
})

describe('what a field sends while one types', () => {
  it.each<[string, object, string]>([
    ['a beginning', { match_bool_prefix: { 'metadata.name': 'flo' } }, '23'],
    ['a word and a beginning', { match_bool_prefix: { 'metadata.name': 'iris pic' } }, '234'],
    ['both', { match_bool_prefix: { 'metadata.name': { query: 'grey ir', operator: 'and' } } }, '4'],
    ['nothing yet', { match_bool_prefix: { 'metadata.name': ' ' } }, ''],
    ['several fields', { multi_match: { query: 'bo', type: 'bool_prefix', fields: ['metadata.*'] } }, '345'],
  ])('%s', (_, query, expected) => {
    expect(found(query)).toBe(expected)
  })
})

it('counts by named filters', () => {
  const { aggregations } = searchAssets(database, {
    size: 0,
    aggs: {
      kinds: {
        filters: {
          filters: {
            algorithms: { term: { 'metadata.type': 'algorithm' } },
            grey: { match: { 'metadata.name': 'grey' } },
          },
        },
        aggs: { orders: { sum: { field: 'stats.orders' } } },
      },
    },
  })
  expect(aggregations).toEqual({
    kinds: {
      buckets: {
        algorithms: { doc_count: 1, orders: { value: 4 } },
        grey: { doc_count: 2, orders: { value: 5 } },
      },
    },
  })
})
