import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'

export type Database = InstanceType<typeof Libsql>

export type OpenDatabaseParameters = {
  /** Path of the file, or `:memory:`. */
  file: string
  /** SQL of each schema version, oldest first. Never edit a landed one: append. */
  migrations: readonly string[]
}

/** Opens a service's own SQLite file in WAL mode and brings its schema up to date. A committed write survives a crash. */
export function openDatabase({ file, migrations }: OpenDatabaseParameters): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Libsql(file)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
  )
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > migrations.length) {
    throw new Error(
      `${file} was written by a newer version (schema ${version}, this one knows ${migrations.length}). Start with --fresh.`,
    )
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
  return database
}
