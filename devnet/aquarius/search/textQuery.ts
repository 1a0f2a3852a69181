import type { Mapping } from './mapping'
import { minimumShouldMatch } from './minimumShouldMatch'
import { anyOf, boolOf, none, type Query } from './query'
import type { Scalar } from './reading'
import { literalQueries, termQuery } from './termQuery'
import { tokenise } from './tokenise'

export type MatchOptions = { operator?: 'and' | 'or'; minimum?: unknown }

/** The assets whose field has any or all words of a text; other kinds of field are compared as a whole. */
export function matchQuery(
  mapping: Mapping,
  name: string,
  { value, operator = 'or', minimum }: MatchOptions & { value: Scalar },
): Query {
  const { kinds, exact } = mapping.resolve(name)
  if (exact || name.startsWith('_')) return termQuery(mapping, name, { value })
  const { text: field } = kinds
  if (field === undefined) return anyOf(literalQueries(kinds, value))
  const queries = tokenise(String(value)).map((word): Query => ({ type: 'word', field, word }))
  return anyOf([combine(queries, { operator, minimum }), ...literalQueries(kinds, value)])
}

/** All of the queries, or any of them, or as many as `minimum_should_match` says. */
export function combine(queries: Query[], { operator = 'or', minimum }: MatchOptions): Query {
  const [only] = queries
  if (!only) return none
  if (queries.length === 1 && minimum === undefined) return only
  if (operator === 'and') return boolOf({ must: queries })
  const needed = minimum === undefined ? 1 : Math.max(1, minimumShouldMatch(minimum, queries.length))
  return boolOf({ should: queries, minimumShouldMatch: needed })
}

/** The assets whose field has the words of a text one after the other. */
export function phraseQuery(
  mapping: Mapping,
  name: string,
  options: { value: Scalar; slop?: number; prefix?: boolean },
): Query {
  const { value, slop = 0, prefix = false } = options
  const { kinds, exact, path } = mapping.resolve(name)
  if (exact || name.startsWith('_')) {
    if (!prefix || kinds.text === undefined) return termQuery(mapping, name, { value })
    return {
      type: 'termPattern',
      field: kinds.text,
      pattern: `${String(value).replace(/[\\*?]/g, '\\$&')}*`,
      ignoreCase: false,
    }
  }
  const { text: field } = kinds
  if (field === undefined) return anyOf(literalQueries(kinds, value))
  const words = tokenise(String(value))
  const [only] = words
  if (!only) return anyOf(literalQueries(kinds, value))
  const phrase: Query =
    words.length === 1 && !prefix
      ? { type: 'word', field, word: only }
      : { type: 'phrase', field, path, words, slop, prefix }
  return anyOf([phrase, ...literalQueries(kinds, value)])
}

/** The assets whose field has a word, or for `.keyword` a whole text, that fits a pattern with `*` and `?`. */
export function patternQuery(
  mapping: Mapping,
  name: string,
  { pattern, ignoreCase = false }: { pattern: string; ignoreCase?: boolean },
): Query {
  const { kinds, exact } = mapping.resolve(name)
  const { text: field } = kinds
  if (field === undefined) return none
  if (exact) return { type: 'termPattern', field, pattern, ignoreCase }
  return { type: 'wordPattern', field, pattern: ignoreCase ? pattern.toLowerCase() : pattern }
}
