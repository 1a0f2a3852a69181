import type { Database } from '../../storage/openDatabase'
import { first, type SqlValue } from '../storage/sql'
import { generationOf } from './generation'

type Cache = { generation: number; entries: Map<string, unknown>; weight: number }

/** About 64 MB of what the tables said last; all of it is dropped when the index changes. */
const heaviest = 16_000_000
const caches = new WeakMap<Database, Cache>()

/** The result of reading the index, remembered until the index changes. `weigh` tells how many numbers it holds. */
export function remember<T>(database: Database, key: string, read: () => { value: T; weight: number }): T {
  const generation = generationOf(database)
  let cache = caches.get(database)
  if (cache?.generation !== generation || cache.weight > heaviest) {
    cache = { generation, entries: new Map(), weight: 0 }
    caches.set(database, cache)
  }
  if (cache.entries.has(key)) return cache.entries.get(key) as T
  const { value, weight } = read()
  cache.entries.set(key, value)
  cache.weight += weight + 100
  return value
}

/** Asset numbers, ascending and each once, of a statement that yields them joined by commas as `ids`. */
export function readIds(database: Database, sql: string, values: readonly SqlValue[] = []): Uint32Array {
  return remember(database, `ids ${sql} ${JSON.stringify(values)}`, () => {
    const joined = first<{ ids: string | null }>(database, sql, values)?.ids
    const ids = ascending(Uint32Array.from(JSON.parse(`[${joined ?? ''}]`) as number[]))
    return { value: ids, weight: ids.length }
  })
}

function ascending(ids: Uint32Array): Uint32Array {
  let sorted = true
  for (let index = 1; index < ids.length && sorted; index++) sorted = (ids[index - 1] ?? 0) < (ids[index] ?? 0)
  if (sorted) return ids
  ids.sort()
  return ids.filter((id, index) => index === 0 || id !== ids[index - 1])
}
