import type { Database } from '../../storage/openDatabase'
import { indexName } from '../context'
import { AquariusError } from '../errors'
import { all } from '../storage/sql'
import { aggregate, parseAggregations } from './aggregate'
import { evaluate } from './evaluate'
import { parseSource } from './filterSource'
import { createMapping } from './mapping'
import { intersect, keep, type Matches, scoreAt } from './matches'
import { parseQuery } from './parseQuery'
import { everything, QueryError } from './query'
import { readBoolean, readNumber } from './reading'
import { type Hit, parseSort, sortHits } from './sortHits'

export type SearchResponse = {
  took: number
  timed_out: boolean
  _shards: { total: number; successful: number; skipped: number; failed: number }
  hits: { total?: { value: number; relation: 'eq' | 'gte' }; max_score: number | null; hits: object[] }
  aggregations?: Record<string, object>
}

const supported = [
  'query',
  'post_filter',
  'from',
  'from_',
  'size',
  'sort',
  'aggs',
  'aggregations',
  'index',
  '_source',
  'track_total_hits',
]
const harmless = [
  'min_score',
  'track_scores',
  'preference',
  'routing',
  'request_cache',
  'search_type',
  'timeout',
  'pretty',
  'human',
]
const tuning = [
  'allow_no_indices',
  'ignore_unavailable',
  'expand_wildcards',
  'allow_partial_search_results',
  'batched_reduce_size',
]
/** What Elasticsearch's search knows besides: refused in words that do not deny its existence. */
const unsupported = new Set([
  ...['collapse', 'docvalue_fields', 'explain', 'ext', 'fields', 'highlight', 'indices_boost', 'knn', 'pit', 'profile'],
  ...[
    'rescore',
    'runtime_mappings',
    'script_fields',
    'scroll',
    'search_after',
    'seq_no_primary_term',
    'slice',
    'stats',
  ],
  ...['stored_fields', 'suggest', 'terminate_after', 'version', 'q', 'df', 'default_operator', 'analyzer', 'lenient'],
  ...['_source_excludes', '_source_includes'],
])
const known = new Set([...supported, ...harmless, ...tuning])
const widestWindow = 10_000

/**
 * Answers a search request as Elasticsearch would, as far as Aquarius' clients use its language; refuses the rest.
 *
 * - Source: provider-aquarius specification, section 9.3
 *
 * @throws {QueryError} when a part of the request is not supported or makes no sense.
 */
export function searchAssets(database: Database, request: Record<string, unknown>): SearchResponse {
  const started = performance.now()
  checkRequest(request)
  const mapping = createMapping(database)
  const clause = { mapping, now: Date.now() }
  const parse = (key: string) => parseQuery({ ...clause, value: request[key], path: [key] })
  const given = (key: string) => request[key] !== undefined && request[key] !== null
  const found = evaluate(database, given('query') ? parse('query') : everything)
  const minimum = given('min_score') ? readNumber(request.min_score, 0, ['min_score']) : undefined
  const matches = minimum === undefined ? found : keep(found, (_id, index) => scoreAt(found, index) >= minimum)
  const specification = parseAggregations(request.aggs ?? request.aggregations, { ...clause, path: ['aggs'] })
  const aggregations = specification && aggregate({ database, mapping }, specification, matches.ids)
  const shown = given('post_filter')
    ? intersect([matches, { ids: evaluate(database, parse('post_filter')).ids, scores: 0 }])
    : matches
  const keys = parseSort(request.sort)
  const { from, size } = readWindow(request)
  const hits = sortHits({ database, mapping, matches: shown, keys, limit: from + size }).slice(from)
  const scored =
    !keys.length ||
    keys.some((key) => key.field === '_score') ||
    readBoolean(request.track_scores, false, ['track_scores'])
  return {
    took: Math.round(performance.now() - started),
    timed_out: false,
    _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
    hits: {
      ...totalOf(request, shown),
      max_score: scored && size > 0 ? highest(shown) : null,
      hits: present(database, hits, { request, scored }),
    },
    ...(aggregations ? { aggregations } : {}),
  }
}

function checkRequest(request: Record<string, unknown>): void {
  for (const key of Object.keys(request)) {
    if (known.has(key)) continue
    if (unsupported.has(key)) throw new QueryError(`The search parameter "${key}" is not supported`)
    throw new AquariusError(
      `Encountered Elasticsearch Exception: search() got an unexpected keyword argument '${key}'`,
      500,
    )
  }
  const { index } = request
  const names =
    index === undefined || index === null ? [indexName] : [index].flat().flatMap((name) => String(name).split(','))
  if (
    names.some(
      (name) =>
        name === indexName || name === '_all' || (name.endsWith('*') && indexName.startsWith(name.slice(0, -1))),
    )
  )
    return
  throw new AquariusError(
    `Encountered Elasticsearch Exception: index_not_found_exception, no such index [${names.join(',')}]`,
    500,
  )
}

function readWindow(request: Record<string, unknown>): { from: number; size: number } {
  const from = readNumber(request.from ?? request.from_, 0, ['from'])
  const size = readNumber(request.size, 10, ['size'])
  for (const [name, value] of Object.entries({ from, size })) {
    if (!Number.isInteger(value) || value < 0)
      throw new QueryError(`[${name}] parameter cannot be negative or a fraction, found ${value}`, [name])
  }
  if (from + size > widestWindow)
    throw new QueryError(`from + size must be at most ${widestWindow}, but is ${from + size}`)
  return { from, size }
}

function totalOf(request: Record<string, unknown>, { ids }: Matches): Pick<SearchResponse['hits'], 'total'> {
  const limit = request.track_total_hits
  if (limit === false || limit === 'false') return {}
  if (limit === undefined || limit === null || limit === true || limit === 'true')
    return { total: { value: ids.length, relation: 'eq' } }
  const highestCount = readNumber(limit, 0, ['track_total_hits'])
  return { total: { value: Math.min(ids.length, highestCount), relation: ids.length > highestCount ? 'gte' : 'eq' } }
}

function highest({ ids, scores }: Matches): number | null {
  if (!ids.length) return null
  return typeof scores === 'number'
    ? scores
    : scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
}

type Present = { request: Record<string, unknown>; scored: boolean }

function present(database: Database, hits: readonly Hit[], { request, scored }: Present): object[] {
  const filter = parseSource(request._source)
  const sql = 'SELECT id, did, document FROM assets WHERE id IN (SELECT value FROM json_each(?))'
  const rows = all<{ id: number; did: string; document: string }>(database, sql, [
    JSON.stringify(hits.map((hit) => hit.id)),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap(({ id, score, sort }) => {
    const row = byId.get(id)
    if (!row) return []
    const source = filter ? { _source: filter(JSON.parse(row.document)) } : {}
    return [
      { _index: indexName, _id: row.did, _score: scored ? score : null, ...source, ...(sort.length ? { sort } : {}) },
    ]
  })
}
