import { indexName } from '../context'
import { parseDate } from './flatten'
import type { Mapping } from './mapping'
import { escapePattern } from './patterns'
import { anyOf, everything, none, type Query } from './query'
import type { Scalar } from './reading'

/** The assets with exactly this value: a word of analysed text, the whole of `.keyword` text, a number, boolean or date. */
export function termQuery(
  mapping: Mapping,
  name: string,
  { value, ignoreCase = false }: { value: Scalar; ignoreCase?: boolean },
): Query {
  if (name === '_id') return { type: 'ids', dids: [String(value)] }
  if (name === '_index') return value === indexName ? everything : none
  const { kinds, exact } = mapping.resolve(name)
  const text = String(value)
  if (exact) {
    if (kinds.text === undefined) return none
    if (ignoreCase) return { type: 'termPattern', field: kinds.text, pattern: escapePattern(text), ignoreCase }
    return { type: 'term', field: kinds.text, value: text }
  }
  const word = ignoreCase ? text.toLowerCase() : text
  return anyOf([
    kinds.text === undefined ? none : { type: 'word', field: kinds.text, word },
    ...literalQueries(kinds, value),
  ])
}

/** The fields that are not text: a number, boolean or date that equals the value. */
export function literalQueries(kinds: ReturnType<Mapping['resolve']>['kinds'], value: Scalar): Query[] {
  const queries: Query[] = []
  const number = toNumber(value)
  if (kinds.number !== undefined && number !== undefined)
    queries.push({ type: 'term', field: kinds.number, value: number })
  const boolean = value === true || value === 'true' ? 1 : value === false || value === 'false' ? 0 : undefined
  if (kinds.boolean !== undefined && boolean !== undefined)
    queries.push({ type: 'term', field: kinds.boolean, value: boolean })
  const date = typeof value === 'string' ? parseDate(value) : typeof value === 'number' ? value : undefined
  if (kinds.date !== undefined && date !== undefined) queries.push({ type: 'term', field: kinds.date, value: date })
  return queries
}

export function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
