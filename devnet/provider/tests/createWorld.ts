import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Address,
  bytesToHex,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  keccak256,
  parseEther,
  parseEventLogs,
  stringToBytes,
  stringToHex,
  zeroAddress,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { getDid } from '@/lib/ocean/utils/getDid'
import { roles } from '../../chain/accounts'
import { startChain } from '../../chain/startChain'
import {
  type ComputeBackend,
  type ComputeJobStatus,
  ComputeRequestError,
  type ComputeWorkflow,
  type JobEvent,
} from '../../compute/types'
import { openDatabase } from '../../storage/openDatabase'
import { type CreateProviderParameters, createProvider } from '../createProvider'
import { encrypt } from '../ecies'
import type { JsonObject } from '../json'
import { providerMigrations } from '../migrations'
import type { ProviderFee } from '../providerFee'

export const container = { entrypoint: 'python $ALGO', image: 'known/image', tag: 'one', checksum: 'sha256:1234' }

export type Published = {
  did: string
  nft: Address
  datatoken: Address
  transaction: Hex
  text: string
  document: Hex
  ddo: JsonObject
}

type PublishParameters = {
  by?: number
  files?: JsonObject[]
  services?: JsonObject[]
  ddo?: JsonObject
  flags?: Hex
  /** Bytes to store instead of the encrypted text. */
  data?: Hex
}

export type World = Awaited<ReturnType<typeof createWorld>>

/** A chain with contracts, a Provider, and stand-ins for what the Provider speaks to: metadata cache, file server, compute. */
export async function createWorld(settings: Partial<CreateProviderParameters> = {}) {
  const chain = await startChain()
  const { rpcUrl, chainId, contracts } = chain
  const viemChain = defineChain({
    ...{ id: chainId, name: 'Local network', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 } },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
  const client = createPublicClient({ chain: viemChain, transport: http(rpcUrl), pollingInterval: 20 })
  const accounts = chain.accounts.map(({ privateKey }) => privateKeyToAccount(privateKey))
  const walletOf = (index: number) =>
    createWalletClient({ account: accountOf(index), chain: viemChain, transport: http(rpcUrl) })
  const accountOf = (index: number) => {
    const account = accounts[index]
    if (!account) throw new Error(`no account ${index}`)
    return account
  }
  const privateKey = chain.accounts[roles.provider]?.privateKey ?? '0x'

  const assets = new Map<string, JsonObject>()
  const aquarius = await serve((request, response) => {
    const did = decodeURIComponent((request.url ?? '').split('/').at(-1) ?? '')
    const asset = assets.get(did)
    response.writeHead(asset ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(asset ?? { error: `Asset DID ${did} not found in Elasticsearch.` }))
  })
  const requests: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = []
  const answers = new Map<string, RequestListener>()
  const files = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      const listener = answers.get(new URL(url, 'http://x').pathname)
      if (listener) return listener(request, response)
      response.writeHead(404).end()
    })
  })
  const serveText = (path: string, text: string, type = 'text/plain; charset=utf-8') => {
    answers.set(path, ({ method }, response) => {
      response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
      response.end(method === 'HEAD' ? undefined : text)
    })
    return `${files.url}${path}`
  }

  const compute = createComputeStandIn(accountOf(roles.compute).address)
  const provider = createProvider({
    ...{ chainId, networkName: 'Ganache', rpcUrl, privateKey, contracts, aquariusUrl: aquarius.url },
    ...{ publicUrl: 'http://127.0.0.1:8030', compute: compute.backend, log: () => undefined },
    database: openDatabase({ file: ':memory:', migrations: providerMigrations }),
    fetch: { allowPrivateAddresses: true, mirrors: [], maxChecksumLength: 5_242_880, timeoutMs: 5_000 },
    ...settings,
  })

  const request = async (path: string, init?: RequestInit) => provider.app.request(`http://provider${path}`, init)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })

  async function publish({
    by = roles.alice,
    services = [{}],
    ddo = {},
    flags = '0x02',
    ...given
  }: PublishParameters = {}): Promise<Published> {
    const owner = accountOf(by).address
    const wallet = walletOf(by)
    const hash = await wallet.writeContract({
      ...{ address: contracts.ERC721Factory, abi: erc721FactoryAbi, functionName: 'createNftWithErc20' },
      args: [
        { name: 'N', symbol: 'N', templateIndex: 1n, tokenURI: '', transferable: true, owner },
        {
          ...{ templateIndex: 1n, strings: ['T', 'T'], addresses: [owner, owner, zeroAddress, zeroAddress] },
          ...{ uints: [2n ** 256n - 1n, 0n], bytess: ['0x'] },
        },
      ],
    })
    const { logs } = await client.waitForTransactionReceipt({ hash })
    const [created] = parseEventLogs({ abi: erc721FactoryAbi, eventName: 'NFTCreated', logs })
    const [token] = parseEventLogs({ abi: erc721FactoryAbi, eventName: 'TokenCreated', logs })
    const nft = created?.args.newTokenAddress ?? zeroAddress
    const datatoken = token?.args.newTokenAddress ?? zeroAddress
    const did = getDid(nft, chainId)
    const list = given.files ?? [{ type: 'url', url: `${files.url}/data.csv`, method: 'get' }]
    const secret = JSON.stringify({ datatokenAddress: datatoken, nftAddress: nft, files: list })
    const encrypted = bytesToHex(encrypt({ privateKey, plaintext: Buffer.from(secret) }))
    const document: JsonObject = {
      ...{ '@context': ['https://w3id.org/did/v1'], id: did, version: '4.1.0', chainId, nftAddress: nft },
      metadata: { type: 'dataset', name: 'n', description: 'd', author: 'a', license: 'l' },
      services: services.map((service, index) => ({
        ...{ id: String(index), type: 'access', files: encrypted, datatokenAddress: datatoken },
        ...{ serviceEndpoint: 'http://127.0.0.1:8030', timeout: 0, ...service },
      })),
      ...ddo,
    }
    const text = JSON.stringify(document)
    const data = given.data ?? bytesToHex(encrypt({ privateKey, plaintext: Buffer.from(text) }))
    const sum: Hex = `0x${createHash('sha256').update(text).digest('hex')}`
    const transaction = await wallet.writeContract({
      ...{ address: nft, abi: erc721TemplateAbi, functionName: 'setMetaData' },
      args: [0, 'http://provider', owner, flags, data, sum, []],
    })
    await client.waitForTransactionReceipt({ hash: transaction })
    assets.set(did, { ...document, nft: { address: nft, owner, state: 0 } })
    return { did, nft, datatoken, transaction, text, document: data, ddo: document }
  }

  type OrderParameters = { asset: Published; fee: ProviderFee; by?: number; consumer?: Address; serviceIndex?: number }

  async function order({ asset, fee, by = roles.bob, consumer, serviceIndex = 0 }: OrderParameters): Promise<Hex> {
    await mint(asset, accountOf(by).address)
    const hash = await walletOf(by).writeContract({
      ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'startOrder' },
      args: [consumer ?? accountOf(by).address, BigInt(serviceIndex), toTuple(fee), noMarketFee],
    })
    await client.waitForTransactionReceipt({ hash })
    return hash
  }

  async function mint(asset: Published, to: Address, amount = 1): Promise<void> {
    const hash = await walletOf(roles.alice).writeContract({
      ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'mint', args: [to, parseEther(String(amount))] },
    })
    await client.waitForTransactionReceipt({ hash })
  }

  /** Signs parts and the next nonce; `nonce` overrides that. */
  async function sign(
    index: number,
    parts: readonly string[],
    nonce?: string,
  ): Promise<{ nonce: string; signature: Hex }> {
    const account = accountOf(index)
    const path = `/api/services/nonce?userAddress=${account.address}`
    const known = nonce ?? String(Math.ceil(Number((await (await request(path)).json()).nonce)) + 1)
    const raw = keccak256(stringToBytes(`${parts.join('')}${known}`))
    return { nonce: known, signature: await account.signMessage({ message: { raw } }) }
  }

  return {
    ...{
      chain,
      client,
      contracts,
      accountOf,
      walletOf,
      assets,
      files,
      requests,
      answers,
      serveText,
      compute,
      provider,
    },
    ...{ request, post, publish, order, mint, sign },
    async close() {
      await provider.close()
      await Promise.all([aquarius.close(), files.close(), chain.close()])
    },
  }
}

export const noMarketFee = {
  ...{ consumeMarketFeeAddress: zeroAddress, consumeMarketFeeToken: zeroAddress, consumeMarketFeeAmount: 0n },
} as const

export function toTuple(fee: ProviderFee) {
  return { ...fee, providerFeeAmount: BigInt(fee.providerFeeAmount), validUntil: BigInt(fee.validUntil) }
}

export async function serve(
  listener: RequestListener,
): Promise<{ url: string; server: Server; close(): Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Keeps what it is told and answers as a backend does, without running anything. */
function createComputeStandIn(consumerAddress: Address) {
  const workflows: ComputeWorkflow[] = []
  const jobs: ComputeJobStatus[] = []
  const environment = {
    ...{
      cpuNumber: 1,
      cpuType: '',
      gpuNumber: 0,
      gpuType: '',
      ramGB: 1,
      diskGB: 1,
      desc: '',
      currentJobs: 0,
      maxJobs: 10,
    },
    ...{ consumerAddress, storageExpiry: 0, maxJobDuration: 60, lastSeen: '1700000000.5' },
  }
  const resultPath = join(tmpdir(), `provider-result-${process.pid}-${consumerAddress}`)
  const select = ({ owner, jobId }: { owner?: string; jobId?: string }) =>
    jobs.filter((job) => (owner === undefined || job.owner === owner) && (jobId === undefined || job.jobId === jobId))
  const backend: ComputeBackend = {
    environments: () => [
      { ...environment, id: 'free', priceMin: 0 },
      { ...environment, id: 'paid', priceMin: 1 },
    ],
    start(workflow) {
      const job: ComputeJobStatus = {
        ...{
          agreementId: workflow.agreementId,
          jobId: keccak256(stringToHex(`${jobs.length}`)).slice(2, 34),
          owner: workflow.owner,
        },
        ...{ status: 1, statusText: 'Warming up', dateCreated: '1700000000.1', dateFinished: null, results: '' },
        ...{ stopreq: 0, removed: 0, algoDID: workflow.algorithm.id, inputDID: workflow.inputs.map(({ id }) => id) },
      }
      workflows.push(workflow)
      jobs.push(job)
      return [job]
    },
    status: select,
    stop(filter) {
      for (const job of select(filter)) job.stopreq = 1
      return select(filter)
    },
    result({ owner, jobId, index }) {
      const [job] = select({ owner, jobId })
      if (!job) throw new ComputeRequestError(404, `Owner ${owner} mismatch for job ${jobId}`)
      if (index !== 0) throw new ComputeRequestError(404, `No such index ${index} in this compute job`)
      writeFileSync(resultPath, 'result bytes')
      return { filename: 'result', size: 12, sha256: '0x', path: resultPath, contentType: 'application/octet-stream' }
    },
    async *events({ owner, jobId, after }): AsyncGenerator<JobEvent> {
      const [job] = select({ owner, jobId })
      if (!job) throw new ComputeRequestError(404, `Owner ${owner} mismatch for job ${jobId}`)
      if (after === undefined) yield { id: '1', type: 'status', job, timestamp: 1_700_000_000 }
      yield { id: '2', type: 'log', source: 'algorithm.log', text: 'hello', timestamp: 1_700_000_000_000 }
    },
    refuses: ({ image }) => (image === 'unknown/image' ? 'unknown/image cannot run here' : undefined),
    idle: async () => undefined,
    close: async () => undefined,
  }
  return { backend, workflows, jobs }
}
