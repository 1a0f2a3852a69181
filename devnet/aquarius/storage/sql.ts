import type { Database } from '../../storage/openDatabase'

export type SqlValue = string | number | null
type Rollback = () => void

const rollbackListeners = new WeakMap<Database, Rollback[]>()

/** All rows of a statement. Values go in as a list only: the driver takes a lone null for named parameters. */
export function all<Row>(database: Database, sql: string, values: readonly SqlValue[] = []): Row[] {
  return database.prepare(sql).all([...values]) as Row[]
}

export function first<Row>(database: Database, sql: string, values: readonly SqlValue[] = []): Row | undefined {
  return all<Row>(database, sql, values)[0]
}

export function run(database: Database, sql: string, values: readonly SqlValue[] = []): void {
  database.prepare(sql).run([...values])
}

/** Runs `work` as one transaction: all of it is on disk afterwards, or nothing. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    notify(database)
    throw error
  }
}

/** Runs `work` inside a transaction so that its failure undoes nothing else. Returns the failure, if there was one. */
export function inSavepoint(database: Database, work: () => void): unknown {
  database.exec('SAVEPOINT part')
  try {
    work()
    database.exec('RELEASE part')
    return undefined
  } catch (error) {
    database.exec('ROLLBACK TO part; RELEASE part')
    notify(database)
    return error
  }
}

function notify(database: Database): void {
  for (const listener of rollbackListeners.get(database) ?? []) listener()
}

/** Lets a cache of stored rows be dropped when the transaction that filled it is undone. */
export function onRollback(database: Database, listener: Rollback): void {
  rollbackListeners.set(database, [...(rollbackListeners.get(database) ?? []), listener])
}
