import { isObject } from '../validation/checkShape'
import type { Mapping } from './mapping'
import { QueryError } from './query'

export type Path = readonly (string | number)[]
/** What a clause parser gets: the clause's value, where it stands in the request, and the stored paths. */
export type Clause = { value: unknown; path: Path; mapping: Mapping; now: number }

export function readObject(value: unknown, path: Path): Record<string, unknown> {
  if (!isObject(value)) throw new QueryError(`An object is expected, not ${JSON.stringify(value) ?? 'nothing'}`, path)
  return value
}

/** The only field of a clause such as `{"term": {"nft.state": 0}}`, besides options such as `boost` given next to it. */
export function readField(
  value: unknown,
  path: Path,
  options: readonly string[] = [],
): { field: string; value: unknown; options: Record<string, unknown> } {
  const entries = Object.entries(readObject(value, path))
  const fields = entries.filter(([key]) => !options.includes(key))
  const [only] = fields
  if (!only || fields.length > 1) throw new QueryError('Exactly one field is expected', path)
  return {
    field: only[0],
    value: only[1],
    options: Object.fromEntries(entries.filter(([key]) => options.includes(key))),
  }
}

/** Refuses options that would change the answer if they were ignored. */
export function allowKeys(value: Record<string, unknown>, allowed: readonly string[], path: Path): void {
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) throw new QueryError(`"${key}" is not supported here`, path)
}

export function readNumber(value: unknown, fallback: number, path: Path): number {
  if (value === undefined || value === null) return fallback
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number))
    throw new QueryError(`A number is expected, not ${JSON.stringify(value)}`, path)
  return number
}

export function readBoolean(value: unknown, fallback: boolean, path: Path): boolean {
  if (value === undefined || value === null) return fallback
  if (value === 'true' || value === 'false') return value === 'true'
  if (typeof value !== 'boolean') throw new QueryError(`true or false is expected, not ${JSON.stringify(value)}`, path)
  return value
}

export function readOperator(value: unknown, path: Path): 'and' | 'or' {
  const operator = typeof value === 'string' ? value.toLowerCase() : (value ?? 'or')
  if (operator !== 'and' && operator !== 'or')
    throw new QueryError(`An operator is "and" or "or", not ${JSON.stringify(value)}`, path)
  return operator
}

export type Scalar = string | number | boolean

export function readScalar(value: unknown, path: Path): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new QueryError(`A text, number or boolean is expected, not ${JSON.stringify(value) ?? 'nothing'}`, path)
}

/** Field names with optional `^boost`, wildcards resolved. */
export function readFieldNames(value: unknown, { path, mapping }: Clause): { name: string; boost: number }[] {
  const list = typeof value === 'string' ? [value] : value
  if (!Array.isArray(list)) throw new QueryError('A list of field names is expected', path)
  return list.flatMap((entry) => {
    if (typeof entry !== 'string') throw new QueryError('A field name is expected', path)
    const [name = '', boost] = entry.split('^')
    return mapping
      .expand(name)
      .map((expanded) => ({ name: expanded, boost: boost === undefined ? 1 : readNumber(boost, 1, path) }))
  })
}
