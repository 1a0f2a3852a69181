import { matchBoolPrefixClause, matchClause, matchPhraseClause, multiMatchClause } from './clauses/matchClauses'
import { queryStringClause } from './clauses/queryStringClause'
import { rangeClause } from './clauses/rangeClause'
import { simpleQueryStringClause } from './clauses/simpleQueryStringClause'
import { existsClause, idsClause, prefixClause, termClause, termsClause, wildcardClause } from './clauses/termClauses'
import { minimumShouldMatch } from './minimumShouldMatch'
import { boolOf, boosted, everything, none, type Query, QueryError } from './query'
import { allowKeys, type Clause, readNumber, readObject } from './reading'

const clauses: Record<string, (clause: Clause) => Query> = {
  match_all: (clause) => boosted(everything, readBoost(clause, ['boost', '_name'])),
  match_none: () => none,
  match: (clause) => matchClause(clause),
  match_bool_prefix: matchBoolPrefixClause,
  match_phrase: (clause) => matchPhraseClause(clause, false),
  match_phrase_prefix: (clause) => matchPhraseClause(clause, true),
  multi_match: multiMatchClause,
  term: termClause,
  terms: termsClause,
  range: rangeClause,
  exists: existsClause,
  ids: idsClause,
  prefix: prefixClause,
  wildcard: wildcardClause,
  query_string: queryStringClause,
  simple_query_string: simpleQueryStringClause,
  bool: boolClause,
  constant_score: constantScoreClause,
  dis_max: disMaxClause,
}

const deepest = 100

/** Understands one query object. Whatever it does not know for certain it refuses. */
export function parseQuery(clause: Clause): Query {
  if (clause.path.length > deepest) throw new QueryError('The query is nested too deeply')
  const entries = Object.entries(readObject(clause.value, clause.path))
  const [only] = entries
  if (!only) throw new QueryError('An empty query object has no meaning', clause.path)
  if (entries.length > 1)
    throw new QueryError(`One clause is expected, not ${entries.map(([key]) => key).join(', ')}`, clause.path)
  const [name, value] = only
  const parse = Object.hasOwn(clauses, name) ? clauses[name] : undefined
  if (!parse) throw new QueryError(`The query clause "${name}" is not supported`, clause.path)
  return parse({ ...clause, value, path: [...clause.path, name] })
}

function boolClause(clause: Clause): Query {
  const value = readObject(clause.value, clause.path)
  allowKeys(
    value,
    ['must', 'must_not', 'should', 'filter', 'minimum_should_match', 'boost', '_name', 'adjust_pure_negative'],
    clause.path,
  )
  const parts = (name: string) => parseList(value[name], { ...clause, path: [...clause.path, name] })
  const bool = { must: parts('must'), mustNot: parts('must_not'), should: parts('should'), filter: parts('filter') }
  const optional = bool.must.length + bool.filter.length > 0 || bool.should.length === 0
  const given = value.minimum_should_match
  const needed =
    given === undefined || given === null ? (optional ? 0 : 1) : minimumShouldMatch(given, bool.should.length)
  return boosted(boolOf({ ...bool, minimumShouldMatch: needed }), readNumber(value.boost, 1, clause.path))
}

/** One query or a list of them; clients leave nulls in their lists, which stand for nothing. */
function parseList(value: unknown, clause: Clause): Query[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return [parseQuery({ ...clause, value })]
  return value.flatMap((item, index) =>
    item === null ? [] : [parseQuery({ ...clause, value: item, path: [...clause.path, index] })],
  )
}

function constantScoreClause(clause: Clause): Query {
  const value = readObject(clause.value, clause.path)
  allowKeys(value, ['filter', 'boost', '_name'], clause.path)
  const query = parseQuery({ ...clause, value: value.filter, path: [...clause.path, 'filter'] })
  return { type: 'constant', query, score: readNumber(value.boost, 1, clause.path) }
}

function disMaxClause(clause: Clause): Query {
  const value = readObject(clause.value, clause.path)
  allowKeys(value, ['queries', 'tie_breaker', 'boost', '_name'], clause.path)
  const queries = parseList(value.queries, { ...clause, path: [...clause.path, 'queries'] })
  const tieBreaker = readNumber(value.tie_breaker, 0, clause.path)
  return boosted({ type: 'best', queries, tieBreaker }, readNumber(value.boost, 1, clause.path))
}

function readBoost(clause: Clause, allowed: readonly string[]): number {
  const value = readObject(clause.value, clause.path)
  allowKeys(value, allowed, clause.path)
  return readNumber(value.boost, 1, clause.path)
}
