/** Schema of the chain's own database: a snapshot of the state, and the blocks mined since, enough to mine them again. */
export const chainMigrations: readonly string[] = [
  `CREATE TABLE snapshot (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     number INTEGER NOT NULL,
     hash TEXT NOT NULL,
     state BLOB NOT NULL,
     deployment TEXT NOT NULL
   );
   CREATE TABLE blocks (
     number INTEGER PRIMARY KEY,
     hash TEXT NOT NULL,
     timestamp INTEGER NOT NULL,
     transactions TEXT NOT NULL
   )`,
]
