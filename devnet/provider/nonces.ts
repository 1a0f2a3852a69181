import type { Database } from '../storage/openDatabase'
import { compareDecimals } from './compareDecimals'

export type Nonces = {
  /** The stored decimal text, or undefined when this spelling of the address was never seen. */
  get(address: string): string | undefined
  /** As `get`, after making an unknown address known with nonce 1. */
  ask(address: string): string
  /** Stores a nonce if it is larger than the stored one. Durable when it returns; false means somebody else used it meanwhile. */
  advance(address: string, nonce: string): boolean
}

/** Nonces in the Provider's database, keyed by the address exactly as sent. */
export function createNonces(database: Database): Nonces {
  const select = database.prepare('SELECT nonce FROM nonces WHERE address = ?')
  const insert = database.prepare('INSERT INTO nonces (address, nonce) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const update = database.prepare('UPDATE nonces SET nonce = ? WHERE address = ?')
  const get = (address: string) => (select.get(address) as { nonce: string } | undefined)?.nonce
  return {
    get,
    ask(address) {
      const stored = get(address)
      if (stored !== undefined) return stored
      insert.run(address, '1')
      return '1'
    },
    advance(address, nonce) {
      const stored = get(address)
      if (stored === undefined) insert.run(address, nonce)
      else if (compareDecimals(nonce, stored) <= 0) return false
      else update.run(nonce, address)
      return true
    },
  }
}
