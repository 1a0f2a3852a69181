import { parseSimpleQuery } from '../parseSimpleQuery'
import { escapePattern } from '../patterns'
import { anyOf, boosted, type Query, QueryError } from '../query'
import {
  allowKeys,
  type Clause,
  readBoolean,
  readFieldNames,
  readNumber,
  readObject,
  readOperator,
  readScalar,
} from '../reading'
import { matchQuery, patternQuery, phraseQuery } from '../textQuery'

const keys = ['query', 'fields', 'default_operator', 'boost', 'lenient', 'analyze_wildcard', 'flags', '_name']

/** `simple_query_string`: a text in a language without mistakes, over one, several or all fields. */
export function simpleQueryStringClause(clause: Clause): Query {
  const { path, mapping } = clause
  const options = readObject(clause.value, path)
  allowKeys(options, [...keys, 'auto_generate_synonyms_phrase_query'], path)
  readBoolean(options.lenient, false, path)
  if (options.flags !== undefined && options.flags !== 'ALL') throw new QueryError('"flags" can only be "ALL"', path)
  const fields = readFieldNames(options.fields ?? '*', { ...clause, path: [...path, 'fields'] })
  const each = (build: (name: string) => Query) =>
    anyOf(
      fields.map(({ name, boost }) => boosted(build(name), boost)),
      1,
    )
  const operator = readOperator(options.default_operator, path)
  const query = parseSimpleQuery(String(readScalar(options.query, path)), {
    operator,
    word: (value) => each((name) => matchQuery(mapping, name, { value, operator })),
    phrase: (value, slop) => each((name) => phraseQuery(mapping, name, { value, slop })),
    prefix: (value) =>
      each((name) => patternQuery(mapping, name, { pattern: `${escapePattern(value)}*`, ignoreCase: true })),
  })
  return boosted(query, readNumber(options.boost, 1, path))
}
