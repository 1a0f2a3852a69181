import type { MiddlewareHandler } from 'hono'

const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'

/**
 * Lets every origin read every answer: the origin is echoed, preflights get whatever headers they ask for.
 *
 * - Source: provider-aquarius specification, section 1.3
 */
export const cors: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  c.header('Access-Control-Allow-Origin', origin ?? '*')
  if (origin) c.header('Vary', 'Origin', { append: true })
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', methods)
    const asked = c.req.header('access-control-request-headers')
    if (asked) c.header('Access-Control-Allow-Headers', asked)
    return c.body(null, 200)
  }
  await next()
}
