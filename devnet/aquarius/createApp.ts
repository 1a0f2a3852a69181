import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AquariusContext } from './context'
import { cors } from './cors'
import { AquariusError } from './errors'
import { chainsList } from './routes/chainsList'
import { chainsStatus } from './routes/chainsStatus'
import { ddo } from './routes/ddo'
import { docs } from './routes/docs'
import { health } from './routes/health'
import { metadata } from './routes/metadata'
import { names } from './routes/names'
import { query } from './routes/query'
import { retryQueue } from './routes/retryQueue'
import { root } from './routes/root'
import { spec } from './routes/spec'
import { stateDdo } from './routes/stateDdo'
import { triggerCaching } from './routes/triggerCaching'
import { validate } from './routes/validate'
import { validationSchema } from './routes/validationSchema'

const largestBody = 10 * 1024 * 1024
const assets = '/api/aquarius/assets'

/** The HTTP side of Aquarius: one handler per wire name, one place that turns errors into answers. */
export function createApp(context: AquariusContext, log: (line: string) => void): Hono {
  const app = new Hono({ strict: false })
  app.use(cors)
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => c.json({ error: `The request body is larger than ${largestBody} bytes.` }, 413),
    }),
  )
  app.use(`${assets}/*`, async (_c, next) => {
    await untilVerified(context)
    await next()
  })
  app.get('/', root)
  app.get('/health', health(context))
  app.get('/spec', spec)
  app.get('/api/docs', docs)
  app.get(`${assets}/ddo/:did`, ddo(context))
  app.get(`${assets}/metadata/:did`, metadata(context))
  app.post(`${assets}/names`, names(context))
  app.post(`${assets}/query`, query(context))
  app.post(`${assets}/ddo/validate`, validate(context))
  app.post(`${assets}/triggerCaching`, triggerCaching(context))
  app.get('/api/aquarius/chains/list', chainsList(context))
  app.get('/api/aquarius/chains/status/:chainId', chainsStatus(context))
  app.get('/api/aquarius/state/ddo', stateDdo(context))
  app.get('/api/aquarius/state/retryQueue', retryQueue(context))
  app.get('/api/aquarius/validation/schema', validationSchema)
  // A known address that does not know the method.
  for (const path of new Set(app.routes.filter(({ method }) => method !== 'ALL').map((route) => route.path)))
    app.all(path, (c) => c.json({ error: `405 Method Not Allowed: ${c.req.method} ${c.req.path}` }, 405))
  app.notFound((c) =>
    c.json({ error: `404 Not Found: ${c.req.method} ${c.req.path} is not an endpoint of Aquarius.` }, 404),
  )
  app.onError((error, c) => {
    if (error instanceof AquariusError) return c.json({ error: error.message }, error.status)
    log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`)
    return c.json({ error: 'Internal Server Error' }, 500)
  })
  return app
}

/** Nothing is answered from a stored index before it has been compared with the chain. */
async function untilVerified({ indexer }: AquariusContext): Promise<void> {
  const patience = AbortSignal.timeout(10_000)
  const expiry = new Promise<never>((_resolve, reject) => {
    patience.addEventListener('abort', () =>
      reject(new AquariusError('The index has not been compared with the chain yet.', 503)),
    )
  })
  expiry.catch(() => undefined)
  await Promise.race([indexer.verified, expiry])
}
