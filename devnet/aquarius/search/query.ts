import { AquariusError } from '../errors'

export type Bound = { value: string | number; inclusive: boolean }

/**
 * A search, cut down to what the tables can answer. `field` is the number of a path and kind of value; `words` fields
 * hold analysed text, `terms` fields exact values.
 */
export type Query =
  | { type: 'all' }
  | { type: 'none' }
  | { type: 'word'; field: number; word: string }
  | { type: 'wordPattern'; field: number; pattern: string }
  | { type: 'phrase'; field: number; path: string; words: readonly string[]; slop: number; prefix: boolean }
  | { type: 'term'; field: number; value: string | number }
  | { type: 'termPattern'; field: number; pattern: string; ignoreCase: boolean }
  | { type: 'range'; field: number; lower?: Bound | undefined; upper?: Bound | undefined }
  | { type: 'present'; fields: readonly number[] }
  | { type: 'ids'; dids: readonly string[] }
  | { type: 'bool'; must: Query[]; should: Query[]; mustNot: Query[]; filter: Query[]; minimumShouldMatch: number }
  | { type: 'best'; queries: Query[]; tieBreaker: number }
  | { type: 'constant'; query: Query; score: number }
  | { type: 'boost'; query: Query; boost: number }

export const none: Query = { type: 'none' }
export const everything: Query = { type: 'all' }

/** A search that this index cannot answer rightly, and which part of it. */
export class QueryError extends AquariusError {
  override name = 'QueryError'
  constructor(message: string, path: readonly (string | number)[] = []) {
    super(path.length ? `${message} (at ${path.join('.')})` : message, 400)
  }
}

/** Any of the queries; the best one gives the score. */
export function anyOf(queries: Query[], tieBreaker = 0): Query {
  const real = queries.filter((query) => query.type !== 'none')
  const [only] = real
  if (!only) return none
  return real.length === 1 ? only : { type: 'best', queries: real, tieBreaker }
}

export function boosted(query: Query, boost: number): Query {
  return boost === 1 || query.type === 'none' ? query : { type: 'boost', query, boost }
}

export function boolOf(parts: Partial<Omit<Extract<Query, { type: 'bool' }>, 'type'>>): Query {
  return { type: 'bool', must: [], should: [], mustNot: [], filter: [], minimumShouldMatch: 0, ...parts }
}
