import type { MiddlewareHandler } from 'hono'

const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'

/** Lets any origin in, answers preflights of known paths, and closes connections as the original does. */
export function withCors({ knows }: { knows: (path: string) => boolean }): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin')
    if (context.req.method === 'OPTIONS' && knows(context.req.path)) {
      const requested = context.req.header('access-control-request-headers')
      context.header('Access-Control-Allow-Methods', methods)
      if (requested) context.header('Access-Control-Allow-Headers', requested)
      context.res = context.body(null, 200)
    } else {
      await next()
    }
    const { headers } = context.res
    headers.set('Access-Control-Allow-Origin', origin ?? '*')
    if (origin) headers.append('Vary', 'Origin')
    headers.set('Connection', 'close')
  }
}
