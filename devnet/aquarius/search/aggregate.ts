import type { Database } from '../../storage/openDatabase'
import { isObject } from '../validation/checkShape'
import { type Column, columnKind, readColumn } from './columns'
import { evaluate } from './evaluate'
import type { Mapping } from './mapping'
import { intersect } from './matches'
import { parseQuery } from './parseQuery'
import { type Query, QueryError } from './query'
import { allowKeys, type Clause, readNumber, readObject } from './reading'

type Metric = 'sum' | 'avg' | 'min' | 'max' | 'value_count' | 'cardinality' | 'stats'
type Order = { by: string; descending: boolean }
export type Aggregation = { inner: Aggregations } & (
  | { type: Metric; field: string }
  | { type: 'terms'; field: string; size: number; minimum: number; order: Order[] }
  | { type: 'filter'; query: Query }
  | { type: 'filters'; queries: Record<string, Query> }
)
export type Aggregations = Record<string, Aggregation>
type Source = { database: Database; mapping: Mapping }
type Result = Record<string, unknown>

const metrics: readonly string[] = [
  'sum',
  'avg',
  'min',
  'max',
  'value_count',
  'cardinality',
  'stats',
] satisfies Metric[]

const deepest = 50

/** Reads `aggs`. */
export function parseAggregations(value: unknown, clause: Omit<Clause, 'value'>): Aggregations | undefined {
  if (value === undefined || value === null) return undefined
  if (clause.path.length > deepest) throw new QueryError('The aggregations are nested too deeply')
  const entries = Object.entries(readObject(value, clause.path)).map(([name, given]) => {
    const path = [...clause.path, name]
    const { aggs, aggregations, meta: _meta, ...types } = readObject(given, path)
    const [only, ...rest] = Object.entries(types)
    if (!only || rest.length) throw new QueryError('Exactly one type of aggregation is expected', path)
    const inner = parseAggregations(aggs ?? aggregations, { ...clause, path: [...path, 'aggs'] }) ?? {}
    return [
      name,
      parseAggregation({ type: only[0], value: only[1], inner }, { ...clause, path: [...path, only[0]] }),
    ] as const
  })
  return Object.fromEntries(entries)
}

function parseAggregation(
  { type, value, inner }: { type: string; value: unknown; inner: Aggregations },
  clause: Omit<Clause, 'value'>,
): Aggregation {
  if (type === 'filter') return { type, query: parseQuery({ ...clause, value }), inner }
  const options = readObject(value, clause.path)
  if (type === 'filters') {
    allowKeys(options, ['filters'], clause.path)
    const path = [...clause.path, 'filters']
    const queries = Object.entries(readObject(options.filters, path)).map(
      ([name, query]) => [name, parseQuery({ ...clause, value: query, path: [...path, name] })] as const,
    )
    return { type, queries: Object.fromEntries(queries), inner }
  }
  const { field } = options
  if (type !== 'terms' && !metrics.includes(type))
    throw new QueryError(`The aggregation "${type}" is not supported`, clause.path)
  if (typeof field !== 'string') throw new QueryError('"field" must be a field name', clause.path)
  if (type !== 'terms') {
    allowKeys(options, ['field', 'precision_threshold'], clause.path)
    if (Object.keys(inner).length) throw new QueryError(`"${type}" cannot hold other aggregations`, clause.path)
    return { type: type as Metric, field, inner }
  }
  allowKeys(
    options,
    ['field', 'size', 'order', 'min_doc_count', 'shard_size', 'show_term_doc_count_error'],
    clause.path,
  )
  const size = readNumber(options.size, 10, clause.path)
  if (size < 1) throw new QueryError('"size" must be positive', clause.path)
  const minimum = Math.max(1, readNumber(options.min_doc_count, 1, clause.path))
  return { type, field, size, minimum, order: parseOrder(options.order, { path: clause.path, inner }), inner }
}

function parseOrder(value: unknown, { path, inner }: { path: Clause['path']; inner: Aggregations }): Order[] {
  if (value === undefined || value === null) return [{ by: '_count', descending: true }]
  return [value].flat().flatMap((entry) =>
    Object.entries(readObject(entry, path)).map(([by, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw new QueryError('The order is "asc" or "desc"', path)
      const name = by.split('.')[0] ?? ''
      const target = inner[name]
      if (!['_count', '_key', '_term'].includes(by) && (!target || target.type === 'terms')) {
        throw new QueryError(`There is no number "${by}" to order by`, path)
      }
      return { by, descending: direction === 'desc' }
    }),
  )
}

/** Computes aggregations over assets. */
export function aggregate(source: Source, aggregations: Aggregations, ids: Uint32Array): Record<string, Result> {
  return Object.fromEntries(Object.entries(aggregations).map(([name, one]) => [name, compute(source, one, ids)]))
}

function compute(source: Source, aggregation: Aggregation, ids: Uint32Array): Result {
  const nested = (part: Uint32Array) => aggregate(source, aggregation.inner, part)
  const filtered = (query: Query) => {
    const { ids: fitting } = evaluate(source.database, query)
    const part = intersect([
      { ids, scores: 0 },
      { ids: fitting, scores: 0 },
    ]).ids
    return { doc_count: part.length, ...nested(part) }
  }
  if (aggregation.type === 'filter') return filtered(aggregation.query)
  if (aggregation.type === 'filters') {
    const buckets = Object.entries(aggregation.queries).map(([name, query]) => [name, filtered(query)] as const)
    return { buckets: Object.fromEntries(buckets) }
  }
  const column = columnOf(source, aggregation.field)
  if (aggregation.type === 'terms') return computeTerms(aggregation, { column, ids, nested })
  return computeMetric(aggregation, column, ids)
}

function columnOf({ database, mapping }: Source, name: string): Column | undefined {
  const target = mapping.resolve(name === '_id' ? 'id.keyword' : name)
  const kind = columnKind(target)
  const field = kind && target.kinds[kind]
  if (kind && field !== undefined) return readColumn(database, field, kind)
  if (target.kinds.text === undefined) return undefined
  throw new QueryError(`"${name}" is analysed text and cannot be aggregated; use "${name}.keyword"`, ['aggs'])
}

type Buckets = { column: Column | undefined; ids: Uint32Array; nested(part: Uint32Array): Record<string, Result> }

function computeTerms(aggregation: Extract<Aggregation, { type: 'terms' }>, { column, ids, nested }: Buckets): Result {
  const groups = new Map<string | number, number[]>()
  for (const id of ids) {
    for (let at = column?.offsets[id] ?? 0; at < (column?.offsets[id + 1] ?? 0); at++) {
      const value = column?.values[at] ?? ''
      const group = groups.get(value)
      if (group) group.push(id)
      else groups.set(value, [id])
    }
  }
  const byInner = aggregation.order.some(({ by }) => !by.startsWith('_'))
  const found = [...groups].filter(([, group]) => group.length >= aggregation.minimum)
  const buckets = found.map(([key, group]) => ({
    key,
    ...keyText(column, key),
    doc_count: group.length,
    ...(byInner ? nested(Uint32Array.from(group)) : {}),
  }))
  buckets.sort((a, b) => compareBuckets(aggregation.order, a, b))
  const shown = buckets.slice(0, aggregation.size)
  const count = (list: typeof buckets) => list.reduce((sum, bucket) => sum + bucket.doc_count, 0)
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: count(buckets) - count(shown),
    buckets: byInner
      ? shown
      : shown.map((bucket) => ({ ...bucket, ...nested(Uint32Array.from(groups.get(bucket.key) ?? [])) })),
  }
}

function keyText(column: Column | undefined, key: string | number): { key_as_string?: string } {
  if (column?.kind === 'boolean') return { key_as_string: key ? 'true' : 'false' }
  return column?.kind === 'date' ? { key_as_string: new Date(Number(key)).toISOString() } : {}
}

type Bucket = { key: string | number; doc_count: number } & Record<string, unknown>

function compareBuckets(order: readonly Order[], a: Bucket, b: Bucket): number {
  for (const { by, descending } of order) {
    const [left, right] = [orderValue(a, by), orderValue(b, by)]
    if (left !== right) return left < right === descending ? 1 : -1
  }
  return a.key < b.key ? -1 : 1
}

function orderValue(bucket: Bucket, by: string): string | number {
  if (by === '_count') return bucket.doc_count
  if (by === '_key' || by === '_term') return bucket.key
  const [name = '', property] = by.split('.')
  const result = bucket[name]
  if (!isObject(result)) return 0
  const value = result[property ?? ('value' in result ? 'value' : 'doc_count')]
  return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY
}

function computeMetric({ type }: Aggregation, column: Column | undefined, ids: Uint32Array): Result {
  const values: (string | number)[] = []
  for (const id of ids) {
    for (let at = column?.offsets[id] ?? 0; at < (column?.offsets[id + 1] ?? 0); at++)
      values.push(column?.values[at] ?? 0)
  }
  if (type === 'value_count') return { value: values.length }
  if (type === 'cardinality') return { value: new Set(values).size }
  if (column?.kind === 'text') throw new QueryError(`"${type}" needs numbers`, ['aggs'])
  let sum = 0
  let min: number | null = null
  let max: number | null = null
  for (const value of values) {
    const number = Number(value)
    sum += number
    if (min === null || number < min) min = number
    if (max === null || number > max) max = number
  }
  const avg = values.length ? sum / values.length : null
  if (type === 'stats') return { count: values.length, min, max, avg, sum }
  return { value: { sum, avg, min, max }[type as 'sum'] }
}
