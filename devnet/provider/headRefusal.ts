import { jsonResponse } from './jsonResponse'
import type { Route } from './types'

/** Answers `HEAD` where a request would use up a nonce. */
export const headRefusal: Pick<Route, 'handle'> = { handle: () => jsonResponse({ error: 'Method Not Allowed' }, 405) }
