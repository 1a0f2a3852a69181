import { type Database, openDatabase } from '../../storage/openDatabase'
import { aquariusMigrations } from '../migrations'
import { writeAsset } from '../storage/assets'
import { inTransaction } from '../storage/sql'

/** A search index in memory that holds the given documents under the given ids. */
export function createIndex(documents: Readonly<Record<string, object>>): Database {
  const database = openDatabase({ file: ':memory:', migrations: aquariusMigrations })
  inTransaction(database, () => {
    for (const [did, document] of Object.entries(documents))
      writeAsset(database, { did, nft: did }, JSON.stringify(document))
  })
  return database
}
