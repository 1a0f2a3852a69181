import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Hex } from 'viem'
import type { Journal } from './createJournal'

export type ServeGatewayParameters = {
  port: number
  target: { port: number }
  journal: Journal
  log(line: string): void
}

export type Gateway = { url: string; port: number; close(): Promise<void> }

const mines = new Set([
  'eth_sendTransaction',
  'eth_sendRawTransaction',
  'eth_sendRawTransactionSync',
  'eth_sendTransactionSync',
  'eth_sendUnsignedTransaction',
  'evm_mine',
  'anvil_mine',
  'hardhat_mine',
  'wallet_sendTransaction',
])
const readsOnly =
  /^(evm_snapshot|anvil_(nodeInfo|metadata|dumpState|getAutomine|getIntervalMining|getBlobsByTransactionHash))$/
const maximumBody = 16 * 1024 * 1024

const readBody = async (incoming: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length
    if (size > maximumBody) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Ways to have a transaction mined that nobody signed. */
const unsigned = /impersonat|sendUnsigned/i

/** The methods that a request or batch calls; none if it is no JSON. */
function readMethods(body: Buffer): string[] {
  try {
    const calls: unknown = JSON.parse(body.toString('utf8'))
    return [calls].flat().map((call) => String((call as { method?: unknown } | null)?.method ?? ''))
  } catch {
    return []
  }
}

/** What a request does to the chain, by its methods: `read`, `mine` (blocks record it) or `change` (they do not). */
export function classifyRequest(methods: readonly string[]): 'read' | 'mine' | 'change' {
  const kinds = methods.map((method) => {
    if (mines.has(method)) return 'mine'
    return /^(anvil|evm|hardhat)_/.test(method) && !readsOnly.test(method) ? 'change' : 'read'
  })
  if (kinds.includes('change')) return 'change'
  return kinds.includes('mine') ? 'mine' : 'read'
}

/**
 * The chain's public address. Passes everything on to the chain's process, and answers a request that changed something
 * only when the change is on disk; others wait that long, so that nobody ever sees what a crash could take back.
 */
export function serveGateway(parameters: ServeGatewayParameters): Promise<Gateway> {
  const { port, target, journal, log } = parameters
  let lastWrite: Promise<unknown> = Promise.resolve()

  const forward = (body: Buffer, incoming: IncomingMessage) =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const headers = { ...incoming.headers, host: `127.0.0.1:${target.port}`, 'content-length': String(body.length) }
      delete headers.expect
      delete headers['transfer-encoding']
      const outgoing = request(
        { host: '127.0.0.1', port: target.port, path: incoming.url, method: incoming.method, headers },
        (answer) => {
          readAll(answer).then(
            (answered) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: answered }),
            reject,
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  const read = async (body: Buffer, incoming: IncomingMessage) => {
    await lastWrite
    return forward(body, incoming)
  }

  /** Changes happen one at a time, each until it is on disk. */
  const write = (kind: 'mine' | 'change', body: Buffer, incoming: IncomingMessage) => {
    const writing = lastWrite.then(async () => {
      const answer = await forward(body, incoming)
      if (kind === 'change') await journal.snapshot()
      else await journal.accept(readHashes(answer.body))
      return answer
    })
    lastWrite = writing.catch(() => undefined)
    return writing
  }

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(incoming)
    if (!body) {
      response.writeHead(413, { 'content-type': 'application/json', connection: 'close' })
      response.end(
        JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'Request larger than 16 MB.' } }),
      )
      return
    }
    const methods = readMethods(body)
    const kind = classifyRequest(methods)
    if (methods.some((method) => unsigned.test(method))) journal.distrustBlocks()
    const answer = kind === 'read' ? await read(body, incoming) : await write(kind, body, incoming)
    const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers } = answer.headers
    response.writeHead(answer.status, { ...headers, 'content-length': String(answer.body.length) })
    response.end(answer.body)
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      log(`chain gateway: ${error instanceof Error ? error.message : String(error)}`)
      if (response.headersSent) return response.destroy()
      response.writeHead(502, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      response.end(
        JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32603, message: 'The chain did not answer.' } }),
      )
    })
  })
  server.on('upgrade', (incoming, socket, head) => {
    const upstream = connect(target.port, '127.0.0.1', () => {
      const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`)
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      upstream.write(head)
      socket.pipe(upstream).pipe(socket)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
  // Blocks that no request asked for: interval mining, and whatever came over a socket.
  const timer = setInterval(() => {
    lastWrite = lastWrite.then(() => journal.capture()).catch(() => undefined)
  }, 1000)
  timer.unref()

  const close = async () => {
    clearInterval(timer)
    await lastWrite
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      reject(
        new Error(taken ? `Port ${port} is in use: stop what listens there, or choose another port.` : cause.message, {
          cause,
        }),
      )
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({ url: `http://127.0.0.1:${bound}`, port: bound, close })
    })
  })
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Transaction hashes in the answer to a send, or to a batch of them. */
function readHashes(answer: Buffer): Hex[] {
  try {
    const replies: unknown = JSON.parse(answer.toString('utf8'))
    return (Array.isArray(replies) ? replies : [replies])
      .map((reply: { result?: unknown } | null) => reply?.result)
      .filter((result): result is Hex => typeof result === 'string' && /^0x[0-9a-f]{64}$/i.test(result))
  } catch {
    return []
  }
}
