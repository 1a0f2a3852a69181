import { createHash } from 'node:crypto'
import { keccak256, stringToBytes } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'

export type Answer = {
  status: number
  headers: Headers
  text: string
  sha256: string
  /** The body as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: cases reach into answers of any shape and assert what they find.
  json: any
}

export type CallParameters = {
  method?: string
  query?: Record<string, string | number>
  /** JSON body. */
  json?: unknown
  /** Body as it is, sent as an octet stream. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

export type Call = (path: string, parameters?: CallParameters) => Promise<Answer>

/** A plain HTTP caller of one service. */
export function createCaller(baseUrl: string): Call {
  return async (path, { method, query = {}, json, raw, headers = {} } = {}) => {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    const hasBody = json !== undefined || raw !== undefined
    const type = json === undefined ? 'application/octet-stream' : 'application/json'
    const response = await fetch(`${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method: method ?? (hasBody ? 'POST' : 'GET'),
      headers: { ...(hasBody ? { 'content-type': type } : {}), ...headers },
      ...(hasBody ? { body: json === undefined ? (raw ?? '') : JSON.stringify(json) } : {}),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { status: response.status, headers: response.headers, text, sha256, json: parse(text) }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Signs a request's text as clients do: personal-sign over the keccak hash of parts and nonce. */
export async function signParts(account: PrivateKeyAccount, parts: readonly string[], nonce: string): Promise<string> {
  return account.signMessage({ message: { raw: keccak256(stringToBytes(`${parts.join('')}${nonce}`)) } })
}
