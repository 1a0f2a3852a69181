import {
  type Address,
  encodePacked,
  type Hex,
  hexToString,
  keccak256,
  type PublicClient,
  parseSignature,
  sha256,
  stringToHex,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { erc721TemplateAbi } from '../abis/erc721TemplateAbi'

const provider = privateKeyToAccount(`0x${'01'.repeat(32)}`)
const environmentAccount = privateKeyToAccount(`0x${'02'.repeat(32)}`)

type FakeRequest = { method: string; path: string; query: URLSearchParams; headers: Headers; body: unknown }

export type FakeServices = {
  fetch: typeof globalThis.fetch
  providerUrl: string
  aquariusUrl: string
  providerAddress: Address
  requests: FakeRequest[]
  jobs: Record<string, unknown>[]
  /** Whole fee tokens per minute. */
  price: number
  feeToken: Address
  tokens: boolean
  /** May answer in place of the service. */
  intercept: ((request: FakeRequest) => Response | undefined | Promise<Response | undefined>) | undefined
  /** What the Provider says about orders; default: it accepts any that was named, unless it asks for a renewal. */
  judge: (order: { transferTxId: Hex; validUntil: number }) => 'valid' | 'renew' | 'unknown'
  tamper: (fee: Record<string, unknown>) => Record<string, unknown>
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/**
 * A Provider and an Aquarius for tests, as far as a client can see them: documents are read from the chain, ciphertext is the clear
 * text in hexadecimal, fees are signed as the real ones are.
 */
export function createFakeServices(chain: {
  publicClient: PublicClient
  chainId: number
  feeToken: Address
}): FakeServices {
  const services: FakeServices = {
    providerUrl: 'http://provider.test',
    aquariusUrl: 'http://aquarius.test',
    providerAddress: provider.address,
    requests: [],
    jobs: [],
    price: 0,
    feeToken: chain.feeToken,
    tokens: true,
    intercept: undefined,
    judge: () => 'valid',
    tamper: (fee) => fee,
    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      const url = new URL(String(input))
      const raw = init?.body
      const body = typeof raw === 'string' ? JSON.parse(raw) : raw
      const request = {
        method: init?.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: new Headers(init?.headers),
        body,
      }
      services.requests.push(request)
      const replaced = await services.intercept?.(request)
      return replaced ?? (url.host === 'provider.test' ? answerProvider(request) : answerAquarius(request))
    },
  }

  async function readDdo(did: string): Promise<Record<string, unknown> | undefined> {
    const logs = await chain.publicClient.getContractEvents({ abi: erc721TemplateAbi, fromBlock: 0n, strict: true })
    for (const log of logs.reverse()) {
      if (log.eventName !== 'MetadataCreated' && log.eventName !== 'MetadataUpdated') continue
      const ddo = JSON.parse(hexToString(log.args.data))
      if (ddo.id !== did) continue
      const owner = await chain.publicClient.readContract({
        address: log.address,
        abi: erc721TemplateAbi,
        functionName: 'ownerOf',
        args: [1n],
      })
      return {
        ...ddo,
        nft: { address: log.address, name: ddo.metadata.name, symbol: '', state: log.args.state, owner },
        datatokens: [],
        event: {
          tx: log.transactionHash,
          block: Number(log.blockNumber),
          from: owner,
          contract: log.address,
          datetime: '',
        },
        stats: { orders: 0, allocated: 0, price: {} },
        purgatory: { state: false },
      }
    }
    return undefined
  }

  async function answerAquarius({ path, body }: FakeRequest): Promise<Response> {
    if (path.endsWith('/validate')) {
      const hash: Hex = sha256(body as Uint8Array)
      const { r, s, v } = parseSignature(await provider.signMessage({ message: { raw: hash } }))
      return json({ hash, publicKey: provider.address, r: [r], s: [s], v: Number(v) })
    }
    const did = /\/ddo\/(did:op:[0-9a-f]+)$/.exec(path)?.[1]
    const ddo = did ? await readDdo(did) : undefined
    return ddo ? json(ddo) : json({ error: `Asset DID ${did} not found in Elasticsearch.` }, 404)
  }

  async function sign(
    item: { documentId: string; serviceId: string },
    { env, validUntil }: { env: string; validUntil: number },
    amount: bigint,
  ) {
    const ddo = await readDdo(item.documentId)
    const list = (ddo?.services ?? []) as { id: string; datatokenAddress: Address }[]
    const datatoken = list.find(({ id }) => id === item.serviceId)?.datatokenAddress
    if (!datatoken) return undefined
    const providerData = stringToHex(
      JSON.stringify({ environment: env, timestamp: Date.now() / 1000, dt: datatoken, id: item.serviceId }),
    )
    const packed = encodePacked(
      ['bytes', 'address', 'address', 'uint256', 'uint256'],
      [providerData, provider.address, services.feeToken, amount, BigInt(validUntil)],
    )
    const { r, s, v } = parseSignature(await provider.signMessage({ message: { raw: keccak256(packed) } }))
    const fee = {
      providerFeeAddress: provider.address,
      providerFeeToken: services.feeToken,
      providerFeeAmount: String(amount),
      providerData,
      v: Number(v),
      r,
      s,
      validUntil,
    }
    return { datatoken, providerFee: services.tamper(fee) }
  }

  async function quote(
    item: { documentId: string; serviceId: string; transferTxId?: Hex },
    compute: { env: string; validUntil: number },
    first: boolean,
  ) {
    const seconds = Math.max(0, compute.validUntil - Date.now() / 1000)
    const amount = first ? BigInt(Math.floor((services.price * seconds) / 60)) * 10n ** 18n : 0n
    const fresh = await sign(item, compute, amount)
    if (!item.transferTxId) return fresh
    const verdict = services.judge({ transferTxId: item.transferTxId, validUntil: compute.validUntil })
    if (verdict === 'valid') return { validOrder: item.transferTxId }
    return verdict === 'renew' ? { ...fresh, validOrder: item.transferTxId } : fresh
  }

  async function answerProvider({ method, path, query, body }: FakeRequest): Promise<Response> {
    if (path === '/') return json(root())
    if (path === '/nonce') return json({ nonce: '1' })
    if (path === '/encrypt') return new Response(toHex(body as Uint8Array), { status: 201 })
    if (path === '/token') return json({ token: `token-of-${query.get('address')}` })
    if (path === '/fileinfo') {
      const valid = { index: 0, type: 'url', valid: true, contentLength: '12', contentType: 'text/plain' }
      return json([
        (body as { checksum?: unknown }).checksum
          ? { ...valid, checksum: 'ab'.repeat(32), checksumType: 'sha256' }
          : valid,
      ])
    }
    if (path === '/environments') return json({ [chain.chainId]: [environment()] })
    if (path === '/initializeCompute') {
      const { datasets, algorithm, compute } = body as {
        datasets: { documentId: string; serviceId: string }[]
        algorithm: { documentId: string; serviceId: string }
        compute: { env: string; validUntil: number }
      }
      return json({
        datasets: await Promise.all(datasets.map((item, index) => quote(item, compute, index === 0))),
        algorithm: await quote(algorithm, compute, false),
      })
    }
    if (path === '/compute' && method === 'POST') return json([startJob(body as Record<string, unknown>)])
    if (path === '/compute') return json(services.jobs.filter(({ owner }) => owner === query.get('consumerAddress')))
    return json({ error: '404 Not Found', context: null }, 404)
  }

  function startJob(body: Record<string, unknown>) {
    const dataset = body.dataset as { documentId: string; transferTxId: Hex }
    const algorithm = body.algorithm as { documentId: string; transferTxId: Hex }
    const job = {
      agreementId: algorithm.transferTxId,
      jobId: `job${services.jobs.length}`,
      owner: body.consumerAddress,
      status: 1,
      statusText: 'Warming up',
      dateCreated: String(Date.now() / 1000),
      dateFinished: null,
      results: '',
      stopreq: 0,
      removed: 0,
      algoDID: algorithm.documentId,
      inputDID: [dataset.documentId],
    }
    services.jobs.push(job)
    return job
  }

  const environment = () => ({
    id: 'test-environment',
    priceMin: String(services.price),
    consumerAddress: environmentAccount.address,
    feeToken: services.feeToken,
    maxJobDuration: '60',
    storageExpiry: 0,
  })

  const root = () => ({
    software: 'Provider',
    version: '2.1.6',
    chainIds: [chain.chainId],
    providerAddresses: { [chain.chainId]: provider.address },
    serviceEndpoints: {
      nonce: ['GET', '/nonce'],
      encrypt: ['POST', '/encrypt'],
      fileinfo: ['POST', '/fileinfo'],
      computeEnvironments: ['GET', '/environments'],
      initializeCompute: ['POST', '/initializeCompute'],
      computeStart: ['POST', '/compute'],
      computeStatus: ['GET', '/compute'],
      ...(services.tokens ? { create_auth_token: ['GET', '/token'] } : {}),
    },
  })

  return services
}
