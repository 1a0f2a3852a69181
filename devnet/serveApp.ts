import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { freePort } from './chain/freePort'
import type { Service } from './faults/Faults'

/** The port asked for, or a free one for 0. */
export const reservePort = (port: number): Promise<number> => (port === 0 ? freePort() : Promise.resolve(port))

/** Serves an app on a loopback port. Slow or silent clients are cut off. Resolves with the function that ends it. */
export function serveApp({ app, port }: { app: Service; port: number }): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
      resolve(
        () =>
          new Promise<void>((closed) => {
            server.close(() => closed())
            ;(server as Server).closeAllConnections()
          }),
      )
    }) as Server
    server.headersTimeout = 15_000
    server.requestTimeout = 120_000
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      reject(
        new Error(taken ? `Port ${port} is in use: stop what listens there, or choose another port.` : cause.message, {
          cause,
        }),
      )
    })
  })
}
