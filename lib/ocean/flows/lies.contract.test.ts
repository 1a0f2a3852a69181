import type { Hex } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import type { FakeServices } from '../testing/createFakeServices'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft, ComputeDraft } from '../types/draft'
import { type PublishAssetReturnType, publishAsset } from './publishAsset'
import { startCompute } from './startCompute'

type Intercept = NonNullable<FakeServices['intercept']>

let bench: TestBench
let draft: ComputeDraft
let dataset: PublishAssetReturnType
let other: PublishAssetReturnType

const files = [{ type: 'url' as const, url: 'https://example.org/file' }]
const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }
const free: AssetDraft = { type: 'dataset', name: 'Data', files, pricing: { type: 'free' } }

beforeAll(async () => {
  bench = createTestBench(await startChain())
  const publish = async (asset: AssetDraft) => {
    const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft: asset }))
    if (!value) throw error
    return value
  }
  dataset = await publish(free)
  other = await publish({ ...free, name: 'Other' })
  const algorithm = await publish({ ...free, type: 'algorithm', name: 'Algorithm', algorithm: { container } })
  draft = {
    datasets: [{ did: dataset.did }],
    algorithm: { did: algorithm.did },
    environmentId: 'test-environment',
  }
})
beforeEach(() => {
  bench.services.intercept = undefined
})
afterAll(() => bench[Symbol.asyncDispose]())

const html = (status: number) =>
  new Response('<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  })
const at =
  (path: string, answer: () => Response | Promise<Response>): Intercept =>
  (request) =>
    request.path === path ? answer() : undefined
const quotes = '/initializeCompute'
const truncated = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"datasets": [{'))
      controller.error(new TypeError('terminated'))
    },
  })
const endless = () =>
  new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) })

const provider: [string, Intercept, object][] = [
  [
    'answers with garbage',
    at(quotes, () => new Response('{"datasets": [nonsense')),
    { name: 'UnexpectedResponseError' },
  ],
  ['answers with a page of a gateway', at(quotes, () => html(502)), { name: 'ServiceFailedError' }],
  ['answers 200 with a page', at(quotes, () => html(200)), { name: 'UnexpectedResponseError' }],
  ['never stops answering', at(quotes, () => new Response(endless())), { name: 'UnexpectedResponseError' }],
  ['breaks off', at(quotes, () => new Response(truncated())), { name: 'ServiceUnreachableError', timedOut: false }],
  [
    'sends elsewhere',
    at(quotes, () => new Response(null, { status: 307, headers: { location: 'http://evil.test/' } })),
    { name: 'UnexpectedResponseError', status: 307 },
  ],
  ['quotes nothing', at(quotes, () => Response.json({ datasets: [] })), { name: 'UnexpectedResponseError' }],
  ['quotes null', at(quotes, () => new Response('null')), { name: 'UnexpectedResponseError' }],
  [
    'claims a paid order without there being one',
    at(quotes, () => Response.json({ datasets: [{ validOrder: '0x' }], algorithm: { validOrder: 1 } })),
    { name: 'UnexpectedResponseError' },
  ],
  [
    'is another kind of service',
    at('/', () => Response.json({ software: 'Teapot' })),
    { name: 'UnexpectedResponseError' },
  ],
  ['offers no environment', at('/environments', () => Response.json({})), { name: 'EnvironmentNotFoundError' }],
]

test.each(provider)('a Provider that %s is not believed, and nothing is asked of the wallet', async (_, lie, error) => {
  bench.services.intercept = lie
  const bob = bench.connect(4)
  const run = await runFlow(startCompute(bob.client, { draft }))
  expect(run.error).toMatchObject(error)
  expect(bob.prompts).toEqual({ transactions: 0, signatures: 0 })
})

test('somebody who waits for a Provider that does not answer can stop waiting', async () => {
  let asked = 0
  const bob = bench.connect(4)
  const slow: typeof globalThis.fetch = (input, init) =>
    String(input).endsWith(quotes)
      ? new Promise((_, reject) => {
          asked += 1
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
        })
      : bob.client.fetch(input, init)
  const controller = new AbortController()
  const running = runFlow(
    startCompute({ ...bob.client, retryCount: 2, fetch: slow }, { draft, signal: controller.signal }),
  )
  await expect.poll(() => asked).toBe(1)
  controller.abort(new Error('The person has stopped waiting.'))
  expect((await running).error).toMatchObject({ message: 'The person has stopped waiting.' })
  expect(bob.prompts).toEqual({ transactions: 0, signatures: 0 })
})

type Document = { id: string; chainId: number; nftAddress: Hex; services: { datatokenAddress: Hex }[] }
const tampered = (change: (document: Document) => unknown): Intercept => {
  const ask: Intercept = async ({ path }) => {
    if (!path.endsWith(dataset.did)) return undefined
    bench.services.intercept = undefined
    const response = await bench.services.fetch(`${bench.services.aquariusUrl}${path}`)
    bench.services.intercept = ask
    return Response.json(change(await response.json()))
  }
  return ask
}

const index: [string, (document: Document) => unknown, RegExp][] = [
  ['names another asset', (document) => ({ ...document, id: other.did }), /identifier did:op:/],
  ['names another chain', (document) => ({ ...document, chainId: 1 }), /chain 1/],
  ['names another data NFT', (document) => ({ ...document, nftAddress: other.dataNft }), /data NFT 0x/],
  [
    'sells the token of another asset',
    (document) => withToken(document, other.datatoken),
    /access token 0x\w+ of data NFT/,
  ],
  [
    'sells a token that is not of the network’s factory',
    (document) => withToken(document, bench.chain.contracts.Ocean),
    /which is none/,
  ],
]
const withToken = (document: Document, datatokenAddress: Hex) => ({
  ...document,
  services: document.services.map((service) => ({ ...service, datatokenAddress })),
})

test.each(index)('an index that %s is not believed, and nothing is asked of the wallet', async (_, change, text) => {
  bench.services.intercept = tampered(change)
  const bob = bench.connect(4)
  const run = await runFlow(startCompute(bob.client, { draft }))
  expect(run.error).toMatchObject({ name: 'AssetMismatchError', message: expect.stringMatching(text) })
  expect(bob.prompts).toEqual({ transactions: 0, signatures: 0 })
})

test('the job of somebody else is not taken for one’s own: the account’s jobs are looked through instead', async () => {
  const bob = bench.connect(4)
  bench.services.intercept = async (request) => {
    if (request.method !== 'POST' || request.path !== '/compute') return undefined
    bench.services.intercept = undefined
    const headers = { 'content-type': 'application/json', ...Object.fromEntries(request.headers) }
    const url = `${bench.services.providerUrl}/compute`
    const response = await bench.services.fetch(url, { method: 'POST', headers, body: JSON.stringify(request.body) })
    const [job] = await response.json()
    return Response.json([{ ...job, jobId: 'stolen', owner: bench.connect(5).address }])
  }
  const run = await runFlow(startCompute(bob.client, { draft }))
  expect(run.error).toBeUndefined()
  expect(run.value).toMatchObject({ owner: bob.address, jobId: bench.services.jobs.at(-1)?.jobId })
  expect(bench.services.jobs).toHaveLength(1)
})
