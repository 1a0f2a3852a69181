import { rangeQuery } from './clauses/rangeClause'
import type { Mapping } from './mapping'
import { literalsOf } from './patterns'
import { anyOf, boolOf, boosted, everything, none, type Query, QueryError } from './query'
import { queryStringTokens, type Token } from './queryStringTokens'
import type { Path } from './reading'
import { matchQuery, patternQuery, phraseQuery } from './textQuery'
import { tokenise } from './tokenise'

export type QueryStringOptions = {
  mapping: Mapping
  now: number
  path: Path
  fields: readonly { name: string; boost: number }[]
  operator: 'and' | 'or'
  phraseSlop: number
  tieBreaker: number
  leadingWildcard: boolean
}
type Fields = QueryStringOptions['fields']
type Part = { occur: 'must' | 'should' | 'mustNot'; query: Query }
type Reader = { tokens: Token[]; at: number; depth: number; options: QueryStringOptions }

const deepest = 50

/**
 * Understands Lucene's query language as Elasticsearch does: AND and OR make the clauses beside them required or
 * optional rather than binding by precedence, and words without an operator between them are looked up together.
 */
export function parseQueryString(text: string, options: QueryStringOptions): Query {
  const reader: Reader = { tokens: queryStringTokens(text), at: 0, depth: 0, options }
  const query = parseClauses(reader, options.fields)
  if (reader.at < reader.tokens.length)
    throw new QueryError('The query string has a parenthesis too many', options.path)
  return query
}

function parseClauses(reader: Reader, fields: Fields): Query {
  const { tokens, options } = reader
  const parts: Part[] = []
  while (reader.at < tokens.length && tokens[reader.at]?.type !== 'close') {
    const conjunction = takeType(reader, ['and', 'or'])?.type
    const modifier = takeType(reader, ['plus', 'minus', 'not'])?.type
    if (conjunction && !parts.length) throw new QueryError('The query string begins with an operator', options.path)
    const last = parts.at(-1)
    if (last && last.occur !== 'mustNot') {
      if (conjunction === 'and') last.occur = 'must'
      if (conjunction === 'or' && options.operator === 'and') last.occur = 'should'
    }
    const query = parseClause(reader, fields)
    if (!query) continue
    if (modifier === 'minus' || modifier === 'not') parts.push({ occur: 'mustNot', query })
    else if (modifier === 'plus' || conjunction === 'and') parts.push({ occur: 'must', query })
    else parts.push({ occur: options.operator === 'and' && conjunction !== 'or' ? 'must' : 'should', query })
  }
  return joinParts(parts)
}

function joinParts(parts: readonly Part[]): Query {
  const [only] = parts
  if (!only) return none
  if (parts.length === 1 && only.occur !== 'mustNot') return only.query
  const of = (occur: Part['occur']) => parts.filter((part) => part.occur === occur).map((part) => part.query)
  const must = of('must')
  const should = of('should')
  return boolOf({ must, should, mustNot: of('mustNot'), minimumShouldMatch: must.length || !should.length ? 0 : 1 })
}

function takeType<T extends Token['type']>(reader: Reader, types: readonly T[]): (Token & { type: T }) | undefined {
  const token = reader.tokens[reader.at]
  if (!token || !(types as readonly string[]).includes(token.type)) return undefined
  reader.at++
  return token as Token & { type: T }
}

function parseClause(reader: Reader, outer: Fields): Query | undefined {
  const fields = takeFields(reader) ?? outer
  const { options } = reader
  if (takeType(reader, ['open'])) {
    if (++reader.depth > deepest) throw new QueryError('The query string is nested too deeply', options.path)
    const query = parseClauses(reader, fields)
    reader.depth--
    if (!takeType(reader, ['close'])) throw new QueryError('The query string lacks a closing parenthesis', options.path)
    return withBoost(reader, query)
  }
  const token = reader.tokens[reader.at++]
  switch (token?.type) {
    case 'term':
      return parseWords(reader, fields, token.text)
    case 'pattern':
      return withBoost(reader, patternOf(reader, fields, token.text))
    case 'quoted': {
      const slop = takeType(reader, ['slop'])
      const query = overFields(reader, fields, (name) =>
        phraseQuery(options.mapping, name, { value: token.text, slop: slop ? (slop.value ?? 0) : options.phraseSlop }),
      )
      return withBoost(reader, isExists(fields) ? existsOf(reader, token.text) : query)
    }
    case 'range': {
      const side = (value: string, inclusive: boolean) => (value === '*' ? undefined : { value, inclusive })
      const sides = { lower: side(token.lower, token.lowerInclusive), upper: side(token.upper, token.upperInclusive) }
      return withBoost(
        reader,
        overFields(reader, fields, (name) => rangeQuery(options, name, sides)),
      )
    }
    case 'comparison': {
      const bound = takeType(reader, ['term', 'quoted'])
      if (!bound) throw new QueryError('The query string lacks a value after a comparison', options.path)
      const side = { value: bound.text, inclusive: token.operator.endsWith('=') }
      const sides = token.operator.startsWith('>') ? { lower: side } : { upper: side }
      return withBoost(
        reader,
        overFields(reader, fields, (name) => rangeQuery(options, name, sides)),
      )
    }
    default:
      throw new QueryError('The query string lacks a word where one is expected', options.path)
  }
}

const existsField = [{ name: '_exists_', boost: 1 }]
const isExists = (fields: Fields) => fields === existsField

/** The field named before a colon, if there is one. */
function takeFields(reader: Reader): Fields | undefined {
  const name = reader.tokens[reader.at]
  if (reader.tokens[reader.at + 1]?.type !== 'colon' || (name?.type !== 'term' && name?.type !== 'pattern'))
    return undefined
  reader.at += 2
  if (name.text === '_exists_') return existsField
  const plain = name.text.replace(/\\(.)/g, '$1')
  return plain === '*'
    ? reader.options.fields
    : reader.options.mapping.expand(plain).map((expanded) => ({ name: expanded, boost: 1 }))
}

/** One word, or several in a row with nothing between them, which one field has to satisfy together. */
function parseWords(reader: Reader, fields: Fields, start: string): Query | undefined {
  const { options, tokens } = reader
  if (isExists(fields)) return withBoost(reader, existsOf(reader, start))
  const words = [start]
  if (tokens[reader.at]?.type === 'slop') throw new QueryError('Fuzzy words (~) are not supported', options.path)
  for (
    let next = tokens[reader.at];
    next?.type === 'term' && standsAlone(tokens[reader.at + 1]);
    next = tokens[reader.at]
  ) {
    words.push(next.text)
    reader.at++
  }
  const text = words.join(' ')
  if (!tokenise(text).length && fields.every(({ name }) => !name.endsWith('.keyword'))) {
    withBoost(reader, none)
    return undefined
  }
  const query = overFields(reader, fields, (name) =>
    matchQuery(options.mapping, name, { value: text, operator: options.operator }),
  )
  return withBoost(reader, query)
}

const standsAlone = (following: Token | undefined) => !following || !['colon', 'boost', 'slop'].includes(following.type)

function patternOf(reader: Reader, fields: Fields, pattern: string): Query {
  const { mapping, leadingWildcard, path } = reader.options
  if (pattern === '*') {
    if (fields === reader.options.fields && fields.length !== 1) return everything
    const present = fields.flatMap(({ name }) => mapping.below(name))
    return present.length ? { type: 'present', fields: present } : none
  }
  if (!leadingWildcard && /^[*?]/.test(pattern))
    throw new QueryError('A leading wildcard is not allowed by this request', path)
  if (tokenise(literalsOf(pattern)).length > 1) throw new QueryError(`The pattern ${pattern} spans several words`, path)
  return overFields(reader, fields, (name) => {
    const { exact } = mapping.resolve(name)
    return patternQuery(mapping, name, { pattern: exact ? pattern : pattern.toLowerCase() })
  })
}

function existsOf({ options }: Reader, name: string): Query {
  const present = options.mapping.below(name)
  return present.length ? { type: 'present', fields: present } : none
}

function overFields({ options }: Reader, fields: Fields, build: (name: string) => Query): Query {
  const several = fields.length > 1
  const queries = fields.map(({ name, boost }) =>
    boosted(
      lenient(several, () => build(name)),
      boost,
    ),
  )
  return anyOf(queries, options.tieBreaker)
}

/** Over several fields, one that cannot be compared in this way is passed over. */
function lenient(several: boolean, build: () => Query): Query {
  try {
    return build()
  } catch (error) {
    if (several && error instanceof QueryError) return none
    throw error
  }
}

function withBoost(reader: Reader, query: Query): Query {
  const boost = takeType(reader, ['boost'])
  return boost ? boosted(query, boost.value) : query
}
