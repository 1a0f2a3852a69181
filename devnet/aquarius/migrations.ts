/**
 * `checkpoints`, `metadata_events` and `facts` are the journal: what the chain said, by block. `documents` keeps what was
 * decrypted by its hash, whatever the chain does. All else is derived from these and can be rebuilt.
 */
export const aquariusMigrations: readonly string[] = [
  `CREATE TABLE checkpoints (number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;
   CREATE TABLE metadata_events (
     block INTEGER NOT NULL, log_index INTEGER NOT NULL, transaction_hash TEXT NOT NULL, nft TEXT NOT NULL, did TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('created', 'updated')), state INTEGER NOT NULL, decryptor_url TEXT NOT NULL,
     flags TEXT NOT NULL, data TEXT NOT NULL, hash TEXT NOT NULL, timestamp INTEGER NOT NULL, sender TEXT NOT NULL,
     leading INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('indexed', 'invalid', 'refused', 'failed')),
     document TEXT, error TEXT, attempts INTEGER NOT NULL, next_attempt INTEGER,
     PRIMARY KEY (block, log_index)
   ) STRICT;
   CREATE INDEX metadata_events_by_nft ON metadata_events (nft, block, log_index);
   CREATE INDEX metadata_events_by_transaction ON metadata_events (transaction_hash);
   CREATE INDEX metadata_events_due ON metadata_events (next_attempt) WHERE next_attempt IS NOT NULL;
   CREATE TABLE facts (
     block INTEGER NOT NULL, log_index INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, value TEXT NOT NULL,
     PRIMARY KEY (block, log_index, kind, subject)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX facts_by_subject ON facts (kind, subject, block, log_index);
   CREATE TABLE assets (id INTEGER PRIMARY KEY, did TEXT NOT NULL UNIQUE, nft TEXT NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
   CREATE TABLE asset_datatokens (datatoken TEXT NOT NULL, nft TEXT NOT NULL, PRIMARY KEY (datatoken, nft)) STRICT, WITHOUT ROWID;
   CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE fields (id INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (path, kind)) STRICT;
   CREATE TABLE terms (field INTEGER NOT NULL, value ANY NOT NULL, asset INTEGER NOT NULL, PRIMARY KEY (field, value, asset)) STRICT, WITHOUT ROWID;
   CREATE TABLE vocabulary (field INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (field, word)) STRICT, WITHOUT ROWID;
   CREATE VIRTUAL TABLE words USING fts5(body, content = '', contentless_delete = 1, prefix = '5 6 7', tokenize = "ascii tokenchars '_.:,;|'");
   CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab(words, 'row');`,
  'CREATE TABLE documents (hash TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT',
  `DROP TABLE words_vocabulary; DROP TABLE words;
   CREATE VIRTUAL TABLE words USING fts5(body, content = '', contentless_delete = 1, prefix = '6 7', tokenize = "ascii tokenchars '_.:,;|'");
   CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab(words, 'row')`,
]
