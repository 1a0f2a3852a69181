import { expect, it } from 'vitest'
import { writeAsset } from '../storage/assets'
import { inTransaction } from '../storage/sql'
import { createIndex } from '../testing/createIndex'
import { createRandom } from '../testing/createRandom'
import { naiveMatch } from '../testing/naiveSearch'
import { searchAssets } from './searchAssets'

type Random = ReturnType<typeof createRandom>

const words = ['branin', 'ocean', 'data', 'gauss', 'model', 'iris', 'grey', 'scale', 'x1', '42']
const texts = ['metadata.name', 'metadata.description', 'metadata.tags', 'services.name']
const numbers = ['stats.orders', 'nft.state', 'services.timeout']

function randomDocument(random: Random): object {
  const text = () => random.some(words, 1 + random.below(5)).join(random.pick([' ', ', ', ' - ']))
  const title = () =>
    random
      .some(words, 1 + random.below(2))
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join(' ')
  return {
    metadata: {
      name: title(),
      ...(random.chance(0.8) ? { description: text() } : {}),
      tags: random.chance(0.5) ? random.some(words, random.below(4)) : null,
    },
    services: Array.from({ length: random.below(3) }, () => ({
      name: title(),
      timeout: random.below(4) * 60,
      compute: random.chance(0.3) ? { raw: true } : null,
    })),
    nft: { state: random.below(6) },
    stats: { orders: random.below(10), price: random.chance(0.5) ? {} : { value: random.below(5) / 2 } },
    purgatory: { state: random.chance(0.1) },
  }
}

function randomLeaf(random: Random): object {
  const field = random.pick(texts)
  const word = random.pick(words)
  const phrase = random.some(words, 1 + random.below(3)).join(' ')
  const capital = `${word[0]?.toUpperCase()}${word.slice(1)}`
  switch (random.below(12)) {
    case 0:
      return { term: { [field]: random.pick([word, capital]) } }
    case 1:
      return { term: { [`${field}.keyword`]: random.pick([word, capital, phrase]) } }
    case 2:
      return { terms: { [random.pick([field, 'nft.state'])]: [...random.some([...words, 1, 3], 2), null] } }
    case 3:
      return { match: { [field]: phrase } }
    case 4:
      return { match: { [field]: { query: phrase, operator: 'and' } } }
    case 5:
      return { match_phrase: { [field]: phrase } }
    case 6:
      return {
        range: {
          [random.pick([...numbers, 'stats.price.value'])]: random.pick([{ gte: 1 }, { lt: 3 }, { gt: 0, lte: 120 }]),
        },
      }
    case 7:
      return {
        exists: { field: random.pick([...texts, 'stats.price', 'services.compute', 'services', 'nothing.here']) },
      }
    case 8:
      return {
        prefix: { [random.pick([field, `${field}.keyword`])]: random.pick([word.slice(0, 2), capital.slice(0, 3)]) },
      }
    case 9:
      return {
        wildcard: {
          [random.pick([field, `${field}.keyword`])]: random.pick([
            `*${word.slice(1, 3)}*`,
            `${word[0]}*${word.at(-1)}`,
            `?${word.slice(1)}`,
          ]),
        },
      }
    case 10:
      return { term: { [random.pick([...numbers, 'purgatory.state'])]: random.pick([0, 1, 60, false, true, '2']) } }
    default:
      return random.pick([{ match_all: {} }, { match_none: {} }, { ids: { values: ['did:3', 'did:17', 'did:none'] } }])
  }
}

function randomQuery(random: Random, depth: number): object {
  if (depth === 0 || random.chance(0.3)) return randomLeaf(random)
  const part = () => {
    const list = Array.from({ length: random.below(4) }, () =>
      random.chance(0.1) ? null : randomQuery(random, depth - 1),
    )
    return list.length === 1 && list[0] ? list[0] : list
  }
  const names = ['must', 'should', 'filter', 'must_not'].filter(() => random.chance(0.5))
  const parts = Object.fromEntries(names.map((name) => [name, part()]))
  const { should } = parts
  const count = Array.isArray(should) ? should.filter((item) => item !== null).length : should ? 1 : 0
  return {
    bool: { ...parts, ...(count && random.chance(0.3) ? { minimum_should_match: random.below(count + 1) } : {}) },
  }
}

it('finds what a plain evaluation of random queries over random documents finds', () => {
  const random = createRandom(20240501)
  const documents = Object.fromEntries(
    Array.from({ length: 80 }, (_, index) => [`did:${index}`, randomDocument(random)]),
  )
  const database = createIndex(documents)
  let found = 0
  for (let round = 0; round < 800; round++) {
    if (round % 50 === 0) {
      const did = `did:${random.below(80)}`
      documents[did] = randomDocument(random)
      inTransaction(database, () => writeAsset(database, { did, nft: did }, JSON.stringify(documents[did])))
    }
    const query = randomQuery(random, 3)
    const expected = Object.keys(documents).filter((did) =>
      naiveMatch(documents[did] as Record<string, unknown>, did, query as Record<string, unknown>),
    )
    const { hits } = searchAssets(database, { query, size: 1000 })
    const actual = hits.hits.map((hit) => (hit as { _id: string })._id)
    expect({ query, ids: actual.sort() }).toEqual({ query, ids: expected.sort() })
    expect(hits.total).toEqual({ value: expected.length, relation: 'eq' })
    found += expected.length
  }
  expect(found).toBeGreaterThan(5000)
})

it('leaves nothing of removed documents in the index', () => {
  const random = createRandom(7)
  const documents = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`did:${index}`, randomDocument(random)]),
  )
  const database = createIndex(documents)
  inTransaction(database, () => {
    for (const did of Object.keys(documents)) writeAsset(database, { did, nft: did }, undefined)
  })
  for (const table of ['assets', 'terms', 'words_docsize']) {
    expect(database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).all([])).toMatchObject([{ count: 0 }])
  }
})
