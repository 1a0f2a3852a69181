import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { samplesDirectory } from '../createDevnet'

/** Serves the sample files on a loopback port, as the app does, for flows without the app. */
export async function serveSamples(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://samples').pathname)
    const body = await readFile(join(samplesDirectory, name)).catch(() => undefined)
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/plain',
      ...(body ? { 'content-length': body.length } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
