import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Hex, keccak256, recoverMessageAddress, stringToBytes } from 'viem'
import type { AlgorithmContainer, ComputeWorkflow } from '../types'

type StandInAsset = {
  files: (string | Uint8Array)[]
  metadata?: Record<string, unknown>
  type?: 'compute' | 'access'
}

/** What a job needs of Provider and Aquarius: root document, `fileinfo`, signed `download`, documents of assets. */
export type StandIn = {
  url: string
  assets: Map<string, StandInAsset>
  /** Query of each accepted download, in order. */
  downloads: URLSearchParams[]
  /** Called before a download is answered; may wait or throw. */
  beforeDownload: (did: string) => Promise<void> | void
  /** Image that workflows name when they are not told another. */
  image: Omit<AlgorithmContainer, 'entrypoint'>
  workflow(parts: WorkflowParts): ComputeWorkflow
  close(): Promise<void>
}

type WorkflowParts = {
  datasets?: string[]
  algorithm?: string
  rawcode?: string
  owner?: string
  environment?: string
  entrypoint?: string
  image?: Omit<AlgorithmContainer, 'entrypoint'>
  algocustomdata?: unknown
  validUntil?: number
}

export const alice = '0x02354A1F160A3fd7ac8b02ee91F04104440B28E7'
export const bob = '0x0000000000000000000000000000000000000B0b'
export const branin = {
  image: 'oceanprotocol/algo_dockers',
  tag: 'python-branin',
  checksum: 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4',
}

/** A well-formed identifier for a test's asset. */
export const didOf = (name: string): string => `did:op:${keccak256(stringToBytes(name)).slice(2)}`
const documentOf = (did: string, asset: StandInAsset, url: string) => ({
  '@context': ['https://w3id.org/did/v1'],
  id: did,
  version: '4.1.0',
  chainId: 8996,
  metadata: { name: did.slice(7, 15), type: 'dataset', author: 'tests', license: 'CC0', ...asset.metadata },
  services: [{ id: '0', type: asset.type ?? 'access', serviceEndpoint: url, files: '0x', timeout: 0 }],
})

let orders = 0
const nextOrder = () => keccak256(stringToBytes(`order ${process.pid} ${orders++}`))

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>
}

export async function createStandIn(): Promise<StandIn> {
  const assets = new Map<string, StandInAsset>()
  const downloads: URLSearchParams[] = []
  const nonces = new Map<string, number>()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const url = new URL(request.url ?? '/', standIn.url)
    if (url.pathname === '/') {
      const serviceEndpoints = {
        download: ['GET', '/api/services/download'],
        fileinfo: ['POST', '/api/services/fileinfo'],
      }
      return send(200, { software: 'Provider', serviceEndpoints })
    }
    if (url.pathname.startsWith('/api/aquarius/assets/ddo/')) {
      const did = url.pathname.split('/').at(-1) ?? ''
      const asset = assets.get(did)
      return asset
        ? send(200, documentOf(did, asset, standIn.url))
        : send(404, { error: `Asset DID ${did} not found in Elasticsearch` })
    }
    if (url.pathname === '/api/services/fileinfo') {
      const asset = assets.get((await bodyOf(request)).did ?? '')
      if (!asset) return send(400, { error: 'Cannot resolve DID' })
      const describe = (file: string | Uint8Array, index: number) => ({
        index,
        type: 'url',
        valid: true,
        contentType: 'text/plain',
        contentLength: `${Buffer.from(file).length}`,
        filename: `file${index}`,
      })
      return send(200, asset.files.map(describe))
    }
    if (url.pathname !== '/api/services/download') return send(404, { error: 'Not Found' })
    const query = url.searchParams
    const did = query.get('documentId') ?? ''
    const nonce = Number(query.get('nonce'))
    const consumer = query.get('consumerAddress') ?? ''
    const message = { raw: keccak256(stringToBytes(`${did}${nonce}`)) }
    const signer = await recoverMessageAddress({ message, signature: query.get('signature') as Hex })
    if (signer !== consumer) return send(400, { errors: { signature: 'Invalid signature' } })
    if (nonce <= (nonces.get(consumer) ?? 0)) return send(400, { errors: { signature: 'Invalid nonce' } })
    nonces.set(consumer, nonce)
    await standIn.beforeDownload(did)
    const file = assets.get(did)?.files[Number(query.get('fileIndex'))]
    if (file === undefined) return send(400, { error: `Provider Ganache: No such fileIndex ${query.get('fileIndex')}` })
    downloads.push(query)
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.writeHead(503).end(JSON.stringify({ error: `${error}` })),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    assets,
    downloads,
    beforeDownload: () => undefined,
    image: branin,
    workflow({
      datasets = [],
      algorithm,
      rawcode,
      owner = bob,
      environment = 'test',
      entrypoint = 'python $ALGO',
      image = standIn.image,
      algocustomdata,
      validUntil = 0,
    }) {
      const serviceEndpoint = standIn.url
      return {
        agreementId: nextOrder(),
        owner,
        chainId: 8996,
        environment,
        validUntil,
        inputs: datasets.map((id) => ({ id, serviceEndpoint, txId: nextOrder(), serviceId: '0' })),
        algorithm: {
          id: algorithm ?? '',
          ...(rawcode === undefined ? {} : { rawcode }),
          container: { ...image, entrypoint },
          ...(algorithm === undefined ? {} : { remote: { serviceEndpoint, txId: nextOrder(), serviceId: '0' } }),
          ...(algocustomdata === undefined ? {} : { algocustomdata }),
        },
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}
