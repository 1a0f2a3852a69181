import type { Database } from '../../storage/openDatabase'
import { type Column, columnKind, readColumn } from './columns'
import type { Mapping } from './mapping'
import { type Matches, scoreAt } from './matches'
import { QueryError } from './query'
import { allowKeys, readObject } from './reading'

export type SortKey = { field: string; descending: boolean; missingFirst: boolean }
export type Hit = { id: number; score: number; sort: (string | number | null)[] }

/** Reads `sort`: a field name, `name:direction`, an object of directions, or a list of those. */
export function parseSort(value: unknown): SortKey[] {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((entry) => {
    if (typeof entry === 'string') {
      return entry.split(',').map((part) => {
        const [field = '', direction] = part.trim().split(':')
        return toKey(field, direction)
      })
    }
    return Object.entries(readObject(entry, ['sort'])).map(([field, direction]) => toKey(field, direction))
  })
}

function toKey(field: string, given: unknown): SortKey {
  const path = ['sort', field]
  const options = typeof given === 'object' && given !== null ? readObject(given, path) : { order: given }
  allowKeys(options, ['order', 'missing', 'mode', 'unmapped_type', 'format', 'numeric_type'], path)
  const { order = field === '_score' ? 'desc' : 'asc', missing = '_last', mode } = options
  const direction = typeof order === 'string' ? order.toLowerCase() : order
  if (direction !== 'asc' && direction !== 'desc')
    throw new QueryError(`The order is "asc" or "desc", not ${JSON.stringify(order)}`, path)
  if (missing !== '_last' && missing !== '_first') throw new QueryError('"missing" can be "_last" or "_first"', path)
  if (mode !== undefined && mode !== (direction === 'asc' ? 'min' : 'max'))
    throw new QueryError(`The mode ${JSON.stringify(mode)} is not supported`, path)
  return { field, descending: direction === 'desc', missingFirst: missing === '_first' }
}

type SortHits = { database: Database; mapping: Mapping; matches: Matches; keys: readonly SortKey[]; limit: number }
type Reader = { key: SortKey; read: (index: number) => string | number | null }

/** The first `limit` of the matches in the wanted order; what is equal stays in the order of publication. */
export function sortHits({ database, mapping, matches, keys, limit }: SortHits): Hit[] {
  const wanted = keys.length ? keys : [{ field: '_score', descending: true, missingFirst: false }]
  const readers = wanted.map((key): Reader => ({ key, read: readerOf({ database, mapping, matches, key }) }))
  const compare = (a: number, b: number) => {
    for (const { key, read } of readers) {
      const order = compareValues(read(a), read(b), key)
      if (order) return order
    }
    return a - b
  }
  return firstOf(matches.ids.length, limit, compare).map((index) => ({
    id: matches.ids[index] ?? 0,
    score: scoreAt(matches, index),
    sort: keys.length ? readers.map(({ read }) => read(index)) : [],
  }))
}

function readerOf({
  database,
  mapping,
  matches,
  key,
}: Omit<SortHits, 'keys' | 'limit'> & { key: SortKey }): Reader['read'] {
  if (key.field === '_score') return (index) => scoreAt(matches, index)
  if (key.field === '_doc') return (index) => matches.ids[index] ?? 0
  const target = mapping.resolve(key.field === '_id' ? 'id.keyword' : key.field)
  const kind = columnKind(target)
  const field = kind && target.kinds[kind]
  if (!kind || field === undefined) {
    if (target.kinds.text === undefined || target.exact) return () => null
    throw new QueryError(`"${key.field}" is analysed text and has no order; use "${key.field}.keyword"`, ['sort'])
  }
  const column: Column = readColumn(database, field, kind)
  return (index) => {
    const id = matches.ids[index] ?? 0
    const start = column.offsets[id] ?? 0
    const end = column.offsets[id + 1] ?? start
    return start === end ? null : (column.values[key.descending ? end - 1 : start] ?? null)
  }
}

function compareValues(
  a: string | number | null,
  b: string | number | null,
  { descending, missingFirst }: SortKey,
): number {
  if (a === b) return 0
  if (a === null) return missingFirst ? -1 : 1
  if (b === null) return missingFirst ? 1 : -1
  const order = a < b ? -1 : 1
  return descending ? -order : order
}

/** The smallest `limit` of the numbers below `count` in order, through a heap of that size. */
function firstOf(count: number, limit: number, compare: (a: number, b: number) => number): number[] {
  if (limit <= 0) return []
  if (count <= limit * 4)
    return Array.from({ length: count }, (_, index) => index)
      .sort(compare)
      .slice(0, limit)
  const heap: number[] = []
  const at = (index: number) => heap[index] ?? 0
  const swap = (a: number, b: number) => {
    const held = at(a)
    heap[a] = at(b)
    heap[b] = held
  }
  const sink = () => {
    for (let parent = 0; ; ) {
      const left = parent * 2 + 1
      if (left >= heap.length) return
      const child = left + 1 < heap.length && compare(at(left + 1), at(left)) > 0 ? left + 1 : left
      if (compare(at(child), at(parent)) <= 0) return
      swap(child, parent)
      parent = child
    }
  }
  for (let index = 0; index < count; index++) {
    if (heap.length < limit) {
      heap.push(index)
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (compare(at(child), at(parent)) <= 0) break
        swap(child, parent)
        child = parent
      }
    } else if (compare(index, at(0)) < 0) {
      heap[0] = index
      sink()
    }
  }
  return heap.sort(compare)
}
