import type { Database } from '../../storage/openDatabase'
import { all, first, inTransaction, run } from '../storage/sql'
import { updateIndex } from './updateIndex'

/** Raise it whenever the same document would be indexed differently. */
const indexVersion = '2'

/** Builds the search tables anew when they were written by another version of the indexing rules. */
export function ensureIndexVersion(database: Database): void {
  const stored = first<{ value: string }>(database, `SELECT value FROM settings WHERE key = 'index'`)?.value
  if (stored === indexVersion) return
  inTransaction(database, () => {
    for (const table of ['terms', 'words']) run(database, `DELETE FROM ${table}`)
    for (const { id } of all<{ id: number }>(database, 'SELECT id FROM assets')) {
      const document = first<{ document: string }>(database, 'SELECT document FROM assets WHERE id = ?', [id])?.document
      updateIndex(database, id, { before: undefined, after: document })
    }
    run(database, `INSERT INTO settings VALUES ('index', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, [
      indexVersion,
    ])
  })
}
