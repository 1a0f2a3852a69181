import type { Database } from '../../storage/openDatabase'
import { all, first, type SqlValue } from '../storage/sql'
import { fieldWord } from './fields'
import { fitsSlop } from './fitsSlop'
import { flatten } from './flatten'
import { atLeast, intersect, keep, type Matches, noMatches, scale, scoreAt, subtract, tally } from './matches'
import { fixedPrefix, literalsOf, prefixOf, toGlob } from './patterns'
import { readIds, remember } from './postings'
import type { Query } from './query'
import { isToken, tokenise } from './tokenise'

type QueryOf<T extends Query['type']> = Extract<Query, { type: T }>

/** Finds the assets a query fits. */
export function evaluate(database: Database, query: Query): Matches {
  switch (query.type) {
    case 'all':
      return { ids: allIds(database), scores: 1 }
    case 'none':
      return noMatches
    case 'word':
      return isToken(query.word) ? weigh(database, matchWords(database, quote(query.field, query.word))) : noMatches
    case 'wordPattern':
      return { ids: matchPattern(database, query), scores: 1 }
    case 'phrase':
      return matchPhrase(database, query)
    case 'term': {
      const sql = 'SELECT group_concat(asset) AS ids FROM terms WHERE field = ? AND value = ?'
      return weigh(database, readIds(database, sql, [query.field, query.value]))
    }
    case 'termPattern':
      return { ids: matchTermPattern(database, query), scores: 1 }
    case 'range':
      return { ids: matchRange(database, query), scores: 1 }
    case 'present': {
      const sql =
        'SELECT group_concat(DISTINCT asset) AS ids FROM terms WHERE field IN (SELECT value FROM json_each(?))'
      return { ids: readIds(database, sql, [JSON.stringify(query.fields)]), scores: 1 }
    }
    case 'ids': {
      const sql = 'SELECT group_concat(id) AS ids FROM assets WHERE did IN (SELECT value FROM json_each(?))'
      return { ids: readIds(database, sql, [JSON.stringify(query.dids)]), scores: 1 }
    }
    case 'constant':
      return { ids: evaluate(database, query.query).ids, scores: query.score }
    case 'boost':
      return scale(evaluate(database, query.query), query.boost)
    case 'best': {
      const list = query.queries.map((part) => evaluate(database, part))
      const toScore = (sum: number, best: number) => best + query.tieBreaker * (sum - best)
      return atLeast({ list, minimum: 1, size: sizeOf(database), toScore })
    }
    case 'bool':
      return matchBool(database, query)
  }
}

function matchBool(database: Database, query: QueryOf<'bool'>): Matches {
  const each = (queries: readonly Query[]) => queries.map((part) => evaluate(database, part))
  const size = sizeOf(database)
  const required = [...each(query.must), ...each(query.filter).map(({ ids }) => ({ ids, scores: 0 }))]
  const should = each(query.should)
  const excluded = each(query.mustNot)
  const toScore = (sum: number) => sum
  let base: Matches
  if (!required.length && query.minimumShouldMatch > 0) {
    base = atLeast({ list: should, minimum: query.minimumShouldMatch, size, toScore })
  } else {
    base = required.length ? intersect(required) : { ids: allIds(database), scores: should.length ? 0 : 1 }
    if (query.minimumShouldMatch > should.length) return noMatches
    if (should.length) {
      const { counts, sums } = tally(should, size)
      const kept = keep(base, (id) => (counts[id] ?? 0) >= query.minimumShouldMatch)
      base = {
        ids: kept.ids,
        scores: Float64Array.from(kept.ids, (id, index) => scoreAt(kept, index) + (sums[id] ?? 0)),
      }
    }
  }
  return subtract(base, excluded, size)
}

/** Rare values weigh more than common ones: the logarithmic inverse document frequency of BM25. */
function weigh(database: Database, ids: Uint32Array): Matches {
  const total = allIds(database).length
  return { ids, scores: Math.log(1 + (total - ids.length + 0.5) / (ids.length + 0.5)) }
}

export function allIds(database: Database): Uint32Array {
  return readIds(database, 'SELECT group_concat(id) AS ids FROM assets')
}

/** One more than the highest asset number. */
export function sizeOf(database: Database): number {
  return (allIds(database).at(-1) ?? 0) + 1
}

const quote = (field: number, word: string) => `"${fieldWord(field, word)}"`

function matchWords(database: Database, expression: string): Uint32Array {
  return readIds(database, 'SELECT group_concat(rowid) AS ids FROM words WHERE words MATCH ?', [expression])
}

function matchPattern(database: Database, { field, pattern }: QueryOf<'wordPattern'>): Uint32Array {
  const prefix = prefixOf(pattern)
  if (prefix && isToken(prefix)) return matchWords(database, `${quote(field, prefix)} *`)
  return remember(database, `pattern ${field} ${pattern}`, () => {
    const words = expandPattern(database, field, pattern)
    const found = new Uint8Array(sizeOf(database))
    for (let start = 0; start < words.length; start += 200) {
      const expression = words.slice(start, start + 200).map((word) => quote(field, word))
      for (const id of matchWords(database, expression.join(' OR '))) found[id] = 1
    }
    const value = Uint32Array.from(allIds(database).filter((id) => found[id] === 1))
    return { value, weight: value.length }
  })
}

/** The words of a field that fit a pattern. Identifiers are not in the word list, so the full-text table is asked for those. */
function expandPattern(database: Database, field: number, pattern: string): string[] {
  const prefix = fixedPrefix(pattern)
  const glob = toGlob(pattern)
  const values: SqlValue[] = [field, glob, prefix, `${prefix}\u{10ffff}`]
  const sql = 'SELECT word FROM vocabulary WHERE field = ?1 AND word >= ?3 AND word < ?4 AND word GLOB ?2'
  const words = all<{ word: string }>(database, sql, values).map((row) => row.word)
  if (!/^(?:[0-9a-fx]*|[0-9a-fdiop:]*)$/.test(literalsOf(pattern))) return words
  return [...words, ...identifierStarts.flatMap((start) => expandIdentifiers(database, { field, glob, prefix, start }))]
}

const identifierStarts = ['0x', 'did:op:']
type IdentifierSearch = { field: number; glob: string; prefix: string; start: string }

function expandIdentifiers(database: Database, { field, glob, prefix, start }: IdentifierSearch): string[] {
  if (!start.startsWith(prefix) && !prefix.startsWith(start)) return []
  const from = fieldWord(field, prefix.length > start.length ? prefix : start)
  const sql = 'SELECT term FROM words_vocabulary WHERE term >= ?1 AND term < ?2 AND term GLOB ?3'
  const rows = all<{ term: string }>(database, sql, [from, `${from}\u{10ffff}`, `${fieldWord(field, '')}${glob}`])
  return rows.map(({ term }) => term.slice(fieldWord(field, '').length))
}

function matchPhrase(database: Database, query: QueryOf<'phrase'>): Matches {
  const { field, words, slop, prefix, path } = query
  const body = words.map((word) => fieldWord(field, word)).join(' ')
  if (!slop) return weigh(database, matchWords(database, `"${body}"${prefix ? ' *' : ''}`))
  const candidates = matchWords(database, words.map((word) => quote(field, word)).join(' AND '))
  return weigh(
    database,
    candidates.filter((id) => fitsSlop({ texts: readTexts(database, id, path), words, slop })),
  )
}

function readTexts(database: Database, id: number, path: string): string[][] {
  const document = first<{ document: string }>(database, 'SELECT document FROM assets WHERE id = ?', [id])?.document
  const leaves = flatten(JSON.parse(document ?? '{}'))
  return leaves
    .filter((leaf) => leaf.path === path && (leaf.kind === 'text' || leaf.kind === 'long'))
    .map((leaf) => tokenise(String(leaf.value)))
}

function matchTermPattern(database: Database, { field, pattern, ignoreCase }: QueryOf<'termPattern'>): Uint32Array {
  const glob = toGlob(pattern)
  if (ignoreCase) {
    const sql = 'SELECT group_concat(DISTINCT asset) AS ids FROM terms WHERE field = ? AND lower(value) GLOB lower(?)'
    return readIds(database, sql, [field, glob])
  }
  const prefix = fixedPrefix(pattern)
  const sql = `SELECT group_concat(DISTINCT asset) AS ids FROM terms
    WHERE field = ? AND value >= ? AND value < ? AND value GLOB ?`
  return readIds(database, sql, [field, prefix, `${prefix}\u{10ffff}`, glob])
}

function matchRange(database: Database, { field, lower, upper }: QueryOf<'range'>): Uint32Array {
  const conditions = ['field = ?']
  const values: SqlValue[] = [field]
  if (lower) {
    conditions.push(`value ${lower.inclusive ? '>=' : '>'} ?`)
    values.push(lower.value)
  }
  if (upper) {
    conditions.push(`value ${upper.inclusive ? '<=' : '<'} ?`)
    values.push(upper.value)
  }
  return readIds(
    database,
    `SELECT group_concat(DISTINCT asset) AS ids FROM terms WHERE ${conditions.join(' AND ')}`,
    values,
  )
}
