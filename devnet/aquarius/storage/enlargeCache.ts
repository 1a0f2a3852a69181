import type { Database } from '../../storage/openDatabase'

/** Lets SQLite keep 64 MB of pages in memory instead of 2: the search tables are read all over. */
export function enlargeCache(database: Database): void {
  database.exec('PRAGMA cache_size = -65536')
}
