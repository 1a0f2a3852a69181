/** Schema of the chain's own database: a snapshot of the state, and the blocks mined since, enough to mine them again. */
export const chainMigrations: readonly string[] = [
  `CREATE TABLE snapshot (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     number INTEGER NOT NULL,
     hash TEXT NOT NULL,
     timestamp INTEGER NOT NULL,
     state BLOB NOT NULL,
     deployment TEXT NOT NULL
   );
   CREATE TABLE blocks (
     number INTEGER PRIMARY KEY,
     hash TEXT NOT NULL,
     timestamp INTEGER NOT NULL,
     transactions TEXT NOT NULL
   )`,
  // Transactions the network has accepted and not mined yet: they wait in memory only, and are sent again at the next start.
  `CREATE TABLE pending (hash TEXT PRIMARY KEY, raw TEXT NOT NULL)`,
]
