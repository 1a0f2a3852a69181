import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { aquariusMigrations } from '@/devnet/aquarius/migrations'
import { noteChange } from '@/devnet/aquarius/search/generation'
import { searchAssets } from '@/devnet/aquarius/search/searchAssets'
import { writeAsset } from '@/devnet/aquarius/storage/assets'
import { enlargeCache } from '@/devnet/aquarius/storage/enlargeCache'
import { inTransaction } from '@/devnet/aquarius/storage/sql'
import { syntheticAsset, syntheticWord } from '@/devnet/aquarius/testing/syntheticAsset'
import { type Database, openDatabase } from '@/devnet/storage/openDatabase'
import type { Report } from './report'

const sizes = [1000, 10_000, 100_000]
const listed = [
  { term: { _index: 'aquarius' } },
  { terms: { chainId: [8996] } },
  { term: { 'purgatory.state': false } },
  { bool: { must_not: [{ term: { 'nft.state': 5 } }] } },
]
const common = syntheticWord(20)
const rare = syntheticWord(9000)
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
const page = { from: 0, size: 21 }
const newest = { 'nft.created': 'desc' }

const requests: Record<string, Record<string, unknown>> = {
  'newest datasets, one page': {
    ...page,
    query: { bool: { filter: [...listed, { term: { 'metadata.type': 'dataset' } }] } },
    sort: newest,
  },
  'page 100 of all, most ordered first': {
    from: 2100,
    size: 21,
    query: { bool: { filter: listed } },
    sort: { 'stats.orders': 'desc' },
  },
  'a common word anywhere': { ...page, query: { query_string: { query: common } } },
  'a rare word anywhere': { ...page, query: { query_string: { query: rare } } },
  'free text of the market': {
    ...page,
    query: {
      bool: {
        must: [
          {
            bool: {
              should: [
                {
                  query_string: {
                    query: `${common} OR ${rare}`,
                    fields,
                    minimum_should_match: '2<75%',
                    phrase_slop: 2,
                    boost: 5,
                  },
                },
                { query_string: { query: `${common} ${rare}*`, fields, boost: 5, lenient: true } },
                { match_phrase: { content: { query: `${common} ${rare}`, boost: 10 } } },
                { query_string: { query: `*${common} ${rare}*`, fields, default_operator: 'AND' } },
              ],
            },
          },
        ],
        filter: listed,
      },
    },
    sort: { _score: 'desc' },
  },
  'part of a word': { ...page, query: { wildcard: { 'metadata.name': `*${rare.slice(1, 5)}*` } } },
  'a phrase': { ...page, query: { match_phrase: { 'metadata.description': `${common} ${syntheticWord(1)}` } } },
  'datasets that trust an algorithm': {
    ...page,
    query: {
      match: {
        'services.compute.publisherTrustedAlgorithms.did': (JSON.parse(syntheticAsset(7).document) as Trusting)
          .services[1]?.compute.publisherTrustedAlgorithms[0]?.did,
      },
    },
  },
  'tags counted': {
    size: 0,
    query: { bool: { filter: listed } },
    aggs: { tags: { terms: { field: 'metadata.tags.keyword', size: 1000 } } },
  },
  'best publishers': {
    size: 0,
    query: { bool: { filter: listed } },
    aggs: {
      owners: {
        terms: { field: 'nft.owner.keyword', order: { sales: 'desc' } },
        aggs: { sales: { sum: { field: 'stats.orders' } } },
      },
    },
  },
}
type Trusting = { services: { compute: { publisherTrustedAlgorithms: { did: string }[] } }[] }

const milliseconds = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function fill(database: Database, from: number, to: number): void {
  for (let start = from; start < to; start += 1000) {
    inTransaction(database, () => {
      for (let number = start; number < Math.min(start + 1000, to); number++) {
        const { did, nft, document } = syntheticAsset(number)
        writeAsset(database, { did, nft }, document)
      }
    })
  }
}

/** Median time of the first answer after the index changed, and of one when nothing did. */
function measure(database: Database, request: Record<string, unknown>): { first: number; again: number } {
  const time = (prepare: () => void) => {
    prepare()
    const started = performance.now()
    searchAssets(database, request)
    return performance.now() - started
  }
  const rounds = Array.from({ length: 5 }, () => ({
    first: time(() => noteChange(database)),
    again: time(() => undefined),
  }))
  return { first: median(rounds.map((round) => round.first)), again: median(rounds.map((round) => round.again)) }
}

/** Prints how long searches take over 1,000, 10,000 and 100,000 assets, and how that grows. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-catalogue-'))
  const file = join(folder, 'catalogue.sqlite')
  const database = openDatabase({ file, migrations: aquariusMigrations })
  enlargeCache(database)
  try {
    const smallest = new Map<string, number>()
    let filled = 0
    for (const size of sizes) {
      const started = performance.now()
      fill(database, filled, size)
      const taken = performance.now() - started
      const count = size - filled
      filled = size
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      const bytes = statSync(file).size
      report({
        name: `${size} assets: index ${count} more`,
        value: `${(taken / 1000).toFixed(1)} s`,
        reference: `${(taken / count).toFixed(2)} ms each, ${(bytes / size / 1024).toFixed(1)} kB each`,
      })
      for (const [name, request] of Object.entries(requests)) {
        const { first, again } = measure(database, request)
        const base = smallest.get(name)
        if (base === undefined) smallest.set(name, first)
        report({
          name: `${size} assets: ${name}`,
          value: `${milliseconds(first)} first, ${milliseconds(again)} again`,
          ...(base === undefined
            ? {}
            : {
                reference: `1000 assets ${milliseconds(base)}`,
                ratio: `x ${(first / base).toFixed(1)} for x ${size / 1000}`,
              }),
        })
      }
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
