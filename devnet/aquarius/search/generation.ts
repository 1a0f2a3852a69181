import type { Database } from '../../storage/openDatabase'
import { onRollback } from '../storage/sql'

const generations = new WeakMap<Database, number>()

/** A number that grows with every change of the search tables, so that what was read before can be told from what holds. */
export function generationOf(database: Database): number {
  return generations.get(database) ?? 0
}

export function noteChange(database: Database): void {
  if (!generations.has(database)) onRollback(database, () => noteChange(database))
  generations.set(database, generationOf(database) + 1)
}
