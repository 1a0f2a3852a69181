import { jsonResponse } from '../jsonResponse'
import { createOpenApi } from '../openApi'
import type { Route } from '../types'

/** The service described for machines. */
export function createSpec(routes: readonly Route[], publicUrl: string): Route {
  const document = { ...createOpenApi(routes), servers: [{ url: publicUrl }] }
  return { method: 'GET', path: '/spec', handle: () => jsonResponse(document) }
}
