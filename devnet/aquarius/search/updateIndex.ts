import type { Database } from '../../storage/openDatabase'
import { onRollback, run } from '../storage/sql'
import { ensureField, fieldWord } from './fields'
import { flatten } from './flatten'
import { noteChange } from './generation'
import { tokenise } from './tokenise'

type Entries = {
  terms: Map<string, [field: number, value: string | number]>
  body: string
  words: Map<string, [field: number, word: string]>
}
type Change = { before: string | undefined; after: string | undefined }

/** Identifiers are found by prefix or as a whole; keeping them out of the word list keeps wildcard searches short. */
const identifier = /^(0x[0-9a-f]{8,}|did:op:[0-9a-f]{64})$/

const mostKnown = 200_000
const knownByDatabase = new WeakMap<Database, Set<string>>()

/** Words that are in the word list already, as far as memory goes: most words of most documents. */
function knownWords(database: Database): Set<string> {
  let known = knownByDatabase.get(database)
  if (!known) {
    known = new Set()
    knownByDatabase.set(database, known)
    onRollback(database, () => knownByDatabase.get(database)?.clear())
  }
  if (known.size > mostKnown) known.clear()
  return known
}

/** Brings the search tables from one version of an asset's document to another. Call inside a transaction only. */
export function updateIndex(database: Database, asset: number, { before, after }: Change): void {
  const old = before === undefined ? undefined : entriesOf(database, before)
  const next = after === undefined ? undefined : entriesOf(database, after)
  const removed = subtract(old, next)
  const added = subtract(next, old)
  if (removed.length) {
    const sql = `DELETE FROM terms WHERE (field, value, asset) IN (SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1))`
    run(database, sql, [JSON.stringify(removed), asset])
  }
  if (added.length) {
    const sql = `INSERT OR IGNORE INTO terms SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)`
    run(database, sql, [JSON.stringify(added), asset])
  }
  if (old?.body !== next?.body) {
    if (old) run(database, 'DELETE FROM words WHERE rowid = ?', [asset])
    if (next) {
      run(database, 'INSERT INTO words (rowid, body) VALUES (?, ?)', [asset, next.body])
      const known = knownWords(database)
      const words = [...next.words].filter(([key]) => !known.has(key))
      const sql = 'INSERT OR IGNORE INTO vocabulary SELECT value ->> 0, value ->> 1 FROM json_each(?)'
      if (words.length) run(database, sql, [JSON.stringify(words.map(([, word]) => word))])
      for (const [key] of words) known.add(key)
    }
  }
  noteChange(database)
}

function entriesOf(database: Database, document: string): Entries {
  const entries: Entries = { terms: new Map(), body: '', words: new Map() }
  const body: string[] = []
  for (const { path, kind, value } of flatten(JSON.parse(document))) {
    const term = kind === 'long' ? '' : kind === 'boolean' ? Number(value) : value
    const field = ensureField(database, path, kind)
    entries.terms.set(`${field} ${typeof term} ${term}`, [field, term])
    if (kind === 'date') continue
    const wordField = kind === 'long' ? ensureField(database, path, 'text') : field
    for (const word of tokenise(String(value))) {
      body.push(fieldWord(wordField, word))
      if (!identifier.test(word)) entries.words.set(`${wordField} ${word}`, [wordField, word])
    }
    body.push('|')
  }
  entries.body = body.join(' ')
  return entries
}

function subtract(from: Entries | undefined, what: Entries | undefined): [number, string | number][] {
  return [...(from?.terms ?? [])].filter(([key]) => !what?.terms.has(key)).map(([, term]) => term)
}
