import { escapePattern } from '../patterns'
import { anyOf, boolOf, boosted, none, type Query, QueryError } from '../query'
import {
  allowKeys,
  type Clause,
  readBoolean,
  readField,
  readFieldNames,
  readNumber,
  readObject,
  readOperator,
  readScalar,
} from '../reading'
import { combine, type MatchOptions, matchQuery, patternQuery, phraseQuery } from '../textQuery'
import { tokenise } from '../tokenise'

const common = [
  'query',
  'boost',
  'lenient',
  'zero_terms_query',
  'auto_generate_synonyms_phrase_query',
  '_name',
  'analyzer',
]

export function matchClause({ value, path, mapping }: Clause): Query {
  const { field, value: given } = readField(value, path)
  const where = [...path, field]
  if (typeof given !== 'object' || given === null)
    return matchQuery(mapping, field, { value: readScalar(given, where) })
  const options = readObject(given, where)
  allowKeys(options, [...common, 'operator', 'minimum_should_match'], where)
  checkCommon(options, where)
  const operator = readOperator(options.operator, where)
  const minimum = options.minimum_should_match ?? undefined
  const query = matchQuery(mapping, field, { value: readScalar(options.query, where), operator, minimum })
  return boosted(query, readNumber(options.boost, 1, where))
}

/** All words but the last as they are, the last one as the beginning of a word: what a search field sends while one types. */
export function matchBoolPrefixClause({ value, path, mapping }: Clause): Query {
  const { field, value: given } = readField(value, path)
  const where = [...path, field]
  const options = typeof given === 'object' && given !== null ? readObject(given, where) : { query: given }
  allowKeys(options, [...common, 'operator', 'minimum_should_match'], where)
  checkCommon(options, where)
  const operator = readOperator(options.operator, where)
  const minimum = options.minimum_should_match ?? undefined
  const text = String(readScalar(options.query, where))
  return boosted(boolPrefixQuery(mapping, field, { text, operator, minimum }), readNumber(options.boost, 1, where))
}

function boolPrefixQuery(
  mapping: Clause['mapping'],
  field: string,
  { text, ...options }: MatchOptions & { text: string },
): Query {
  const words = tokenise(text)
  const last = words.pop()
  if (last === undefined) return none
  const parts = words.map((value) => matchQuery(mapping, field, { value }))
  return combine([...parts, patternQuery(mapping, field, { pattern: `${escapePattern(last)}*` })], options)
}

export function matchPhraseClause({ value, path, mapping }: Clause, prefix: boolean): Query {
  const { field, value: given } = readField(value, path)
  const where = [...path, field]
  if (typeof given !== 'object' || given === null)
    return phraseQuery(mapping, field, { value: readScalar(given, where), prefix })
  const options = readObject(given, where)
  allowKeys(options, [...common, 'slop', 'max_expansions'], where)
  checkCommon(options, where)
  const slop = readNumber(options.slop, 0, where)
  if (slop && prefix) throw new QueryError('"slop" is not supported with a prefix', where)
  return boosted(
    phraseQuery(mapping, field, { value: readScalar(options.query, where), slop, prefix }),
    readNumber(options.boost, 1, where),
  )
}

export function multiMatchClause(clause: Clause): Query {
  const { path, mapping } = clause
  const options = readObject(clause.value, path)
  allowKeys(
    options,
    [...common, 'fields', 'type', 'operator', 'minimum_should_match', 'tie_breaker', 'slop', 'max_expansions'],
    path,
  )
  checkCommon(options, path)
  const value = readScalar(options.query, path)
  const fields = readFieldNames(options.fields ?? '*', { ...clause, path: [...path, 'fields'] })
  const operator = readOperator(options.operator, path)
  const minimum = options.minimum_should_match ?? undefined
  const slop = readNumber(options.slop, 0, path)
  const type = options.type ?? 'best_fields'
  const each = (build: (name: string) => Query) => fields.map(({ name, boost }) => boosted(build(name), boost))
  const matches = () => each((name) => matchQuery(mapping, name, { value, operator, minimum }))
  const tieBreaker = readNumber(options.tie_breaker, 0, path)
  const build = (): Query => {
    switch (type) {
      case 'best_fields':
        return anyOf(matches(), tieBreaker)
      case 'most_fields':
        return boolOf({ should: matches(), minimumShouldMatch: 1 })
      case 'bool_prefix':
        return boolOf({
          should: each((name) => boolPrefixQuery(mapping, name, { text: String(value), operator, minimum })),
          minimumShouldMatch: 1,
        })
      case 'phrase':
        return anyOf(
          each((name) => phraseQuery(mapping, name, { value, slop })),
          tieBreaker,
        )
      case 'phrase_prefix':
        return anyOf(
          each((name) => phraseQuery(mapping, name, { value, prefix: true })),
          tieBreaker,
        )
      case 'cross_fields': {
        const perWord = tokenise(String(value)).map((word) =>
          anyOf(
            each((name) => matchQuery(mapping, name, { value: word })),
            tieBreaker,
          ),
        )
        return combine(perWord, { operator, minimum })
      }
      default:
        throw new QueryError(`The type ${JSON.stringify(type)} is not supported`, path)
    }
  }
  return fields.length ? boosted(build(), readNumber(options.boost, 1, path)) : none
}

function checkCommon(options: Record<string, unknown>, path: Clause['path']): void {
  readBoolean(options.lenient, false, path)
  if (options.analyzer !== undefined && options.analyzer !== 'standard')
    throw new QueryError('Only the standard analyzer is supported', path)
  if (options.zero_terms_query !== undefined && options.zero_terms_query !== 'none') {
    throw new QueryError('"zero_terms_query" can only be "none"', path)
  }
}
