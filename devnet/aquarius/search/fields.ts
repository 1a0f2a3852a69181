import type { Database } from '../../storage/openDatabase'
import { all, first, onRollback, run } from '../storage/sql'
import type { Kind } from './flatten'

export type Field = { id: number; path: string; kind: Kind }

const caches = new WeakMap<Database, Map<string, Field>>()

/** Every path that some document has, with the kinds of value seen there. */
export function readFields(database: Database): Map<string, Field> {
  const known = caches.get(database)
  if (known) return known
  const fields = new Map<string, Field>()
  for (const field of all<Field>(database, 'SELECT id, path, kind FROM fields')) fields.set(keyOf(field), field)
  caches.set(database, fields)
  onRollback(database, () => caches.delete(database))
  return fields
}

/** The field's number, given on first use. Call inside a transaction only. */
export function ensureField(database: Database, path: string, kind: Kind): number {
  const fields = readFields(database)
  const key = keyOf({ path, kind })
  const known = fields.get(key)
  if (known) return known.id
  run(database, 'INSERT INTO fields (path, kind) VALUES (?, ?)', [path, kind])
  const id = first<{ id: number }>(database, 'SELECT id FROM fields WHERE path = ? AND kind = ?', [path, kind])?.id
  if (id === undefined) throw new Error(`The field ${path} could not be stored.`)
  fields.set(key, { id, path, kind })
  return id
}

const keyOf = ({ path, kind }: Pick<Field, 'path' | 'kind'>) => `${kind} ${path}`

/** How a word is written in the full-text table, so that it belongs to one field: four base-36 digits, a bar, the word. */
export function fieldWord(field: number, word: string): string {
  return `${field.toString(36).padStart(4, '0')}|${word}`
}
