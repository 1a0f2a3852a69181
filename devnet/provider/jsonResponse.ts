import type { Json } from './json'
import { sortKeys } from './sortKeys'

/** A JSON answer as the original writes it: keys sorted, one line, a newline at the end. */
export function jsonResponse(value: Json, status = 200): Response {
  return new Response(`${JSON.stringify(sortKeys(value))}\n`, {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
