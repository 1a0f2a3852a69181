/** SQL of the Provider's own database: nonces per address as sent, and auth tokens that were switched off. */
export const providerMigrations: readonly string[] = [
  `CREATE TABLE nonces (address TEXT PRIMARY KEY, nonce TEXT NOT NULL) STRICT;
   CREATE TABLE revoked_tokens (token TEXT PRIMARY KEY, address TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT`,
]
