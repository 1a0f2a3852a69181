import { minimumShouldMatch } from '../minimumShouldMatch'
import { parseQueryString } from '../parseQueryString'
import { boosted, none, type Query, QueryError } from '../query'
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

const keys = [
  'query',
  'fields',
  'default_field',
  'default_operator',
  'boost',
  'phrase_slop',
  'minimum_should_match',
  'lenient',
]
const harmless = [
  'allow_leading_wildcard',
  'analyze_wildcard',
  'auto_generate_synonyms_phrase_query',
  'enable_position_increments',
]
const fuzzy = [
  'fuzziness',
  'fuzzy_max_expansions',
  'fuzzy_prefix_length',
  'fuzzy_transpositions',
  'max_determinized_states',
]

/** `query_string`: a text in Lucene's query language over one, several or all fields. */
export function queryStringClause(clause: Clause): Query {
  const { path, mapping, now } = clause
  const options = readObject(clause.value, path)
  allowKeys(options, [...keys, ...harmless, ...fuzzy, 'type', 'tie_breaker', 'rewrite', 'analyzer', '_name'], path)
  if (options.type !== undefined && options.type !== 'best_fields')
    throw new QueryError('Only the type "best_fields" is supported', path)
  if (options.analyzer !== undefined && options.analyzer !== 'standard')
    throw new QueryError('Only the standard analyzer is supported', path)
  const text = String(readScalar(options.query, path))
  const query = parseQueryString(text, {
    mapping,
    now,
    path,
    fields: readFieldNames(options.fields ?? options.default_field ?? '*', { ...clause, path: [...path, 'fields'] }),
    operator: readOperator(options.default_operator, path),
    phraseSlop: readNumber(options.phrase_slop, 0, path),
    tieBreaker: readNumber(options.tie_breaker, 0, path),
    leadingWildcard: readBoolean(options.allow_leading_wildcard, true, path),
  })
  const minimum = options.minimum_should_match ?? undefined
  return boosted(minimum === undefined ? query : atLeast(query, minimum), readNumber(options.boost, 1, path))
}

/** The outermost optional clauses are the ones that a minimum counts. */
function atLeast(query: Query, minimum: unknown): Query {
  if (query.type !== 'bool' || !query.should.length) return query
  const needed = minimumShouldMatch(minimum, query.should.length)
  const required = query.must.length + query.filter.length > 0
  return needed > query.should.length ? none : { ...query, minimumShouldMatch: required ? needed : Math.max(1, needed) }
}
