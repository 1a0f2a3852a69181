import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../storage/openDatabase'
import { isJsonObject } from './json'

type TokenState = 'valid' | 'Token is invalid.' | 'Token is expired.' | 'Token is deleted.'

export type Tokens = {
  /** Creates the token of an address until `expiration` (Unix seconds), and allows it again if it had been deleted. */
  create(address: string, expiration: number): string
  /** Forbids a token from now on. Durable when it returns. */
  remove(token: string, address: string): void
  check(token: string, address: string): TokenState
}

const header = encode('{"typ":"JWT","alg":"HS256"}')

/** JSON web tokens signed with the text of a key; the same inputs give the same token. */
export function createTokens(database: Database, key: string): Tokens {
  const select = database.prepare('SELECT 1 FROM revoked_tokens WHERE token = ?')
  const insert = database.prepare(
    'INSERT INTO revoked_tokens (token, address, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const restore = database.prepare('DELETE FROM revoked_tokens WHERE token = ? OR expires_at < ?')
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')

  function check(token: string, address: string): TokenState {
    const [head = '', body = '', signature = '', ...rest] = token.split('.')
    const expected = Buffer.from(sign(`${head}.${body}`))
    const given = Buffer.from(signature)
    const genuine = rest.length === 0 && expected.length === given.length && timingSafeEqual(expected, given)
    const payload = genuine && head === header ? readPayload(body) : undefined
    if (payload?.address.toLowerCase() !== address.toLowerCase()) return 'Token is invalid.'
    if (payload.exp <= Date.now() / 1000) return 'Token is expired.'
    return select.get(token) ? 'Token is deleted.' : 'valid'
  }

  return {
    check,
    create(address, expiration) {
      const text = `${header}.${encode(`{"exp":${expiration},"address":${JSON.stringify(address)}}`)}`
      const token = `${text}.${sign(text)}`
      restore.run(token, Math.floor(Date.now() / 1000))
      return token
    },
    remove(token, address) {
      insert.run(token, address, readPayload(token.split('.')[1] ?? '')?.exp ?? 0)
    },
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function readPayload(text: string): { exp: number; address: string } | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!isJsonObject(payload)) return undefined
    const { exp, address } = payload
    return typeof exp === 'number' && typeof address === 'string' ? { exp, address } : undefined
  } catch {
    return undefined
  }
}
