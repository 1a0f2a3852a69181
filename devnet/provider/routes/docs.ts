import { type ApiDocument, renderApiDocs } from '../../renderApiDocs'
import { createOpenApi } from '../openApi'
import type { Route } from '../types'

/** The service described for people. */
export function createDocs(routes: readonly Route[]): Route {
  const page = renderApiDocs(createOpenApi(routes) as ApiDocument)
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return { method: 'GET', path: '/api/docs/', handle: () => new Response(page, { headers }) }
}
