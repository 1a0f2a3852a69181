import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { type Address, createPublicClient, type Hex, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { ComputeBackend } from '../compute/types'
import type { Database } from '../storage/openDatabase'
import { answer, refusal } from './answer'
import { withCors } from './cors'
import { headRefusal } from './headRefusal'
import { createNonces } from './nonces'
import { computeDelete } from './routes/computeDelete'
import { computeEnvironments } from './routes/computeEnvironments'
import { createComputeEvents } from './routes/computeEvents'
import { computeResult } from './routes/computeResult'
import { computeStart } from './routes/computeStart'
import { computeStatus } from './routes/computeStatus'
import { computeStop } from './routes/computeStop'
import { createAuthToken } from './routes/createAuthToken'
import { decrypt } from './routes/decrypt'
import { deleteAuthToken } from './routes/deleteAuthToken'
import { createDocs } from './routes/docs'
import { download } from './routes/download'
import { encrypt } from './routes/encrypt'
import { fileinfo } from './routes/fileinfo'
import { initialize } from './routes/initialize'
import { initializeCompute } from './routes/initializeCompute'
import { nonce } from './routes/nonce'
import { createRoot } from './routes/root'
import { createSpec } from './routes/spec'
import { validateContainer } from './routes/validateContainer'
import { createTokens } from './tokens'
import type { ProviderContext } from './types'
import { createUpstream } from './upstream/createUpstream'
import type { Mirror } from './upstream/openMirror'

export type CreateProviderParameters = {
  chainId: number
  /** Name of the network in messages, for example `Ganache` for 8996. */
  networkName: string
  rpcUrl: string
  privateKey: Hex
  contracts: { ERC721Factory: Address; Ocean: Address }
  aquariusUrl: string
  /** Where clients reach this service, for its description. */
  publicUrl: string
  /** Opened with `providerMigrations`. */
  database: Database
  /** Absent: the compute routes do not exist. */
  compute: ComputeBackend | undefined
  /** Addresses that may decrypt documents, as spelled in requests. Empty or absent: any. */
  authorizedDecrypters?: readonly string[]
  fetch: {
    allowPrivateAddresses: boolean
    /** URLs that begin with a prefix are read from its folder. */
    mirrors: readonly Mirror[]
    ipfsGateway?: string
    arweaveGateway?: string
    /** Bytes up to which a file's checksum is computed. */
    maxChecksumLength: number
    timeoutMs: number
  }
  log(line: string): void
}

export type Provider = {
  app: Hono
  address: Address
  /** Resolves when no request is being answered. */
  idle(): Promise<void>
  close(): Promise<void>
}

const refusesHead = new Set([download.path, computeResult.path, decrypt.path])

/** An HTTP service that answers as Ocean Provider 2.1 does. Nothing listens: the app is served by the caller. */
export function createProvider(parameters: CreateProviderParameters): Provider {
  const { privateKey, rpcUrl, database, fetch: settings, authorizedDecrypters = [], log } = parameters
  const { chainId, networkName, contracts, aquariusUrl, publicUrl, compute } = parameters
  const account = privateKeyToAccount(privateKey)
  const chain = createPublicClient({ transport: http(rpcUrl, { timeout: 15_000 }) })
  const { maxChecksumLength, ipfsGateway, arweaveGateway } = settings
  const context: ProviderContext = {
    ...{ chainId, networkName, chain, contracts, account, privateKey, compute, authorizedDecrypters },
    aquariusUrl: aquariusUrl.replace(/\/+$/, ''),
    nonces: createNonces(database),
    tokens: createTokens(database, privateKey),
    files: { upstream: createUpstream(settings), chain, maxChecksumLength, ipfsGateway, arweaveGateway },
  }
  const closing = new AbortController()
  const routes = [
    ...[computeDelete, computeEnvironments, computeResult, computeStart, computeStatus, computeStop],
    ...[createAuthToken, decrypt, deleteAuthToken, download, encrypt, fileinfo, initialize, initializeCompute],
    ...[nonce, validateContainer, createComputeEvents(closing.signal)],
  ]
  const all = [...routes, createRoot(routes), createSpec(routes, publicUrl), createDocs(routes)]
  const active = new Set<Promise<unknown>>()

  const app = new Hono({
    getPath: (request) => new URL(request.url).pathname.replace(/\/{2,}/g, '/'),
  })
  app.use(withCors({ knows: (path) => all.some((route) => route.path === path) }))
  for (const route of all) {
    app.on(route.method, route.path, ({ req: { raw, path }, env }) => {
      if (raw.method === 'HEAD' && refusesHead.has(path))
        return answer({ context, log, request: raw, route: headRefusal })
      const answering = answer({
        context,
        log,
        request: raw,
        route,
        body: (env as Partial<HttpBindings> | undefined)?.incoming,
      })
      active.add(answering)
      return answering.finally(() => active.delete(answering))
    })
  }
  for (const path of new Set(all.map((route) => route.path))) {
    app.all(path, ({ req }) => answer({ context, log, request: req.raw, route: refusal(405) }))
  }
  app.all('*', ({ req }) => answer({ context, log, request: req.raw, route: refusal(404) }))

  return {
    app,
    address: account.address,
    async idle() {
      while (active.size > 0) await Promise.allSettled(active)
    },
    async close() {
      closing.abort()
    },
  }
}
