import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const program = (...lines: string[]) => `${lines.join('\n')}\n`

/** What the published assets consist of. */
export const fileTexts = {
  'data.csv': 'x,y\n1,2\n3,4\n',
  'zero.txt': 'zero\n',
  'one.txt': 'one\n',
  'two.txt': 'two\n',
  'list.py': program(
    'import json, os',
    "names = ['did:op:' + did for did in json.loads(os.environ['DIDS'])]",
    "open('/data/outputs/result', 'w').write('ok ' + json.dumps(names))",
    "print('done')",
  ),
  'other.py': program("open('/data/outputs/result', 'w').write('other')"),
  'slow.py': program('import time', 'time.sleep(20)', "open('/data/outputs/result', 'w').write('late')"),
} as const

type FileName = keyof typeof fileTexts

/** Serves the assets' files from this process. */
export async function serveFiles(host: string): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    const text = fileTexts[(request.url ?? '').slice(1) as FileName]
    if (text === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text) })
    response.end(request.method === 'HEAD' ? undefined : text)
  })
  await new Promise<void>((resolve) => server.listen(0, host === '127.0.0.1' ? host : '0.0.0.0', resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
