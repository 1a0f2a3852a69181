import { escapePattern } from '../patterns'
import { anyOf, boosted, none, type Query, QueryError } from '../query'
import { allowKeys, type Clause, readBoolean, readField, readNumber, readObject, readScalar } from '../reading'
import { termQuery } from '../termQuery'
import { patternQuery } from '../textQuery'

type ValueClause = { field: string; value: unknown; boost: number; ignoreCase: boolean }

/** `{field: value}` or `{field: {<key>: value, boost, case_insensitive}}`. */
function readValue({ value, path }: Clause, keys: readonly string[]): ValueClause {
  const { field, value: given, options } = readField(value, path, ['boost', '_name'])
  if (typeof given !== 'object' || given === null) {
    return { field, value: given, boost: readNumber(options.boost, 1, path), ignoreCase: false }
  }
  const inner = readObject(given, [...path, field])
  allowKeys(inner, [...keys, 'boost', 'case_insensitive', 'rewrite', '_name'], [...path, field])
  return {
    field,
    value: keys.map((key) => inner[key]).find((item) => item !== undefined),
    boost: readNumber(inner.boost, 1, path),
    ignoreCase: readBoolean(inner.case_insensitive, false, path),
  }
}

export function termClause(clause: Clause): Query {
  const { field, value, boost, ignoreCase } = readValue(clause, ['value', 'term'])
  return boosted(
    termQuery(clause.mapping, field, { value: readScalar(value, [...clause.path, field]), ignoreCase }),
    boost,
  )
}

export function termsClause({ value, path, mapping }: Clause): Query {
  const { field, value: list, options } = readField(value, path, ['boost', '_name'])
  if (!Array.isArray(list)) throw new QueryError('A list of values is expected', [...path, field])
  const values = list.filter((item) => item !== null).map((item) => readScalar(item, [...path, field]))
  const query: Query =
    field === '_id'
      ? { type: 'ids', dids: values.map(String) }
      : anyOf(values.map((item) => termQuery(mapping, field, { value: item })))
  return query.type === 'none' ? none : { type: 'constant', query, score: readNumber(options.boost, 1, path) }
}

export function prefixClause(clause: Clause): Query {
  const { field, value, boost, ignoreCase } = readValue(clause, ['value', 'prefix'])
  const pattern = `${escapePattern(String(readScalar(value, clause.path)))}*`
  return boosted(patternQuery(clause.mapping, idPath(field), { pattern, ignoreCase }), boost)
}

export function wildcardClause(clause: Clause): Query {
  const { field, value, boost, ignoreCase } = readValue(clause, ['value', 'wildcard'])
  const pattern = String(readScalar(value, clause.path))
  return boosted(patternQuery(clause.mapping, idPath(field), { pattern, ignoreCase }), boost)
}

const idPath = (field: string) => (field === '_id' ? 'id.keyword' : field)

export function existsClause({ value, path, mapping }: Clause): Query {
  const { field, ...rest } = readObject(value, path)
  allowKeys(rest, ['boost', '_name'], path)
  if (typeof field !== 'string') throw new QueryError('"field" must be a field name', path)
  const fields = mapping.below(field)
  return fields.length ? boosted({ type: 'present', fields }, readNumber(rest.boost, 1, path)) : none
}

export function idsClause({ value, path }: Clause): Query {
  const { values, ...rest } = readObject(value, path)
  allowKeys(rest, ['boost', '_name'], path)
  const list = Array.isArray(values) ? values : [values]
  return boosted(
    { type: 'ids', dids: list.map((item) => String(readScalar(item, path))) },
    readNumber(rest.boost, 1, path),
  )
}
