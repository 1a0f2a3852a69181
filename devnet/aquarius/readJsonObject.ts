import type { Context } from 'hono'
import { AquariusError } from './errors'
import { isObject } from './validation/checkShape'

/** The request's body as a JSON object, whatever content type it claims. */
export async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  let body: unknown
  try {
    body = JSON.parse(await c.req.text())
  } catch {
    body = undefined
  }
  if (!isObject(body)) throw new AquariusError('Invalid payload. The request could not be converted into a dict.', 400)
  return body
}
