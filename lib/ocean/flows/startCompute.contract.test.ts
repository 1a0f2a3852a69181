import { type Address, type Hex, maxUint256 } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { getTokenBalance } from '../actions/chain/getTokenBalance'
import type { FlowStepError } from '../errors/FlowStepError'
import { createTestBench, type TestBench, type TestWallet } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft, ComputeDraft, Pricing } from '../types/draft'
import { acquire } from './acquire'
import { publishAsset } from './publishAsset'
import { planStartCompute, startCompute } from './startCompute'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
beforeEach(() => {
  const { services } = bench
  Object.assign(services, {
    intercept: undefined,
    tokens: true,
    price: 0,
    judge: () => 'valid',
    tamper: (fee: object) => fee,
  })
})
afterAll(() => bench[Symbol.asyncDispose]())

type Published = { did: string; datatoken: Address }

/** A dataset and an algorithm of Alice's, published on the spot. */
async function publishBoth(pricing: Pricing): Promise<{ draft: ComputeDraft; data: Published; algorithm: Published }> {
  const alice = bench.connect(3)
  const common = { files: [{ type: 'url' as const, url: 'https://example.org/file' }], pricing }
  const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }
  const publish = async (draft: AssetDraft) => {
    const { value, error } = await runFlow(publishAsset(alice.client, { draft }))
    if (!value) throw error
    return value
  }
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const algorithm = await publish({ ...common, type: 'algorithm', name: 'Algorithm', algorithm: { container } })
  return {
    data,
    algorithm,
    draft: {
      datasets: [{ did: data.did }],
      algorithm: { did: algorithm.did },
      environmentId: 'test-environment',
    },
  }
}

const run = (bob: TestWallet, draft: ComputeDraft, checkpoint?: Parameters<typeof runFlow>[1]) =>
  runFlow(startCompute(bob.client, { draft, checkpoint: checkpoint?.checkpoint }), checkpoint)

const purposes = (plan: { purpose: string }[]) => plan.map(({ purpose }) => purpose)
const startRequest = () =>
  bench.services.requests.filter(({ method, path }) => method === 'POST' && path === '/compute').at(-1)?.body as Record<
    string,
    { transferTxId: Hex }
  >
const token = 10n ** 18n

test('free assets take two orders and one signature, and the second run takes nothing', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  const first = await run(bob, draft)
  expect(first.error).toBeUndefined()
  expect(purposes(first.plan)).toEqual(['getAndOrder', 'getAndOrder', 'session'])
  expect(bob.prompts).toEqual({ transactions: 2, signatures: 1 })
  const second = await run(bob, draft)
  expect(second.error).toBeUndefined()
  expect(second.plan).toEqual([])
  expect(bob.prompts).toEqual({ transactions: 2, signatures: 1 })
  expect(second.value?.jobId).not.toBe(first.value?.jobId)
})

test('on another device the orders are found from the chain and only the session is signed', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const first = await run(bench.connect(4), draft)
  const paid = startRequest()
  const bob = bench.connect(4)
  const second = await run(bob, draft)
  expect(second.error).toBeUndefined()
  expect(purposes(second.plan)).toEqual(['session'])
  expect(startRequest().dataset?.transferTxId).toBe(paid.dataset?.transferTxId)
  expect(startRequest().algorithm?.transferTxId).toBe(first.checkpoint.steps['order:algorithm']?.hash)
})

test('the start names the order of each asset, and no secret is in a URL', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  bench.services.requests.length = 0
  const { checkpoint } = await run(bob, draft)
  expect(startRequest()).toMatchObject({
    dataset: { serviceId: '1', transferTxId: checkpoint.steps['order:dataset:0']?.hash },
    algorithm: { serviceId: '0', transferTxId: checkpoint.steps['order:algorithm']?.hash },
    consumerAddress: bob.address,
    nonce: '2',
  })
  expect(JSON.stringify(startRequest())).not.toContain('signature')
  const sent = bench.services.requests.find(({ method, path }) => method === 'POST' && path === '/compute')
  expect(sent?.headers.get('AuthToken')).toBe(`token-of-${bob.address}`)
  expect(
    bench.services.requests.some(({ query }) => [...query.values()].some((value) => value.startsWith('token-of'))),
  ).toBe(false)
  expect(JSON.stringify(checkpoint)).not.toContain('token-of')
})

test('tokens that are in the account are used before any are drawn', async () => {
  const { draft, data, algorithm } = await publishBoth({ type: 'none' })
  const bob = bench.connect(4)
  const mints = [data, algorithm].map(({ datatoken }) => ({ datatoken, to: bob.address, amount: 5n * token }))
  const minted = await runFlow(acquire(bench.connect(3).client, { draft: { method: 'mint', mints } }))
  expect(purposes(minted.plan)).toEqual(['mint', 'mint'])
  const { plan, error } = await run(bob, draft)
  expect(error).toBeUndefined()
  expect(purposes(plan)).toEqual(['order', 'order', 'session'])
  expect(await getTokenBalance(bob.client, { token: data.datatoken, account: bob.address })).toBe(4n * token)
})

test('a tradable free token is drawn first', async () => {
  const { draft } = await publishBoth({ type: 'free', template: 1 })
  const bob = bench.connect(4)
  const { plan, error } = await run(bob, draft)
  expect(error).toBeUndefined()
  expect(purposes(plan)).toEqual(['dispense', 'order', 'dispense', 'order', 'session'])
  expect(bob.prompts).toEqual({ transactions: 4, signatures: 1 })
})

test.each([
  [2, ['approve', 'buyAndOrder', 'approve', 'buyAndOrder', 'session']],
  [1, ['approve', 'buy', 'order', 'approve', 'buy', 'order', 'session']],
] as const)('a price is approved exactly and paid, template %i', async (template, expected) => {
  const { draft } = await publishBoth({
    type: 'fixed',
    price: 3n * token,
    baseToken: bench.chain.contracts.Ocean,
    template,
  })
  const bob = bench.connect(4)
  const account = { token: bench.chain.contracts.Ocean, account: bob.address }
  const before = await getTokenBalance(bob.client, account)
  const { plan, error } = await run(bob, draft)
  expect(error).toBeUndefined()
  expect(purposes(plan)).toEqual(expected)
  expect(
    plan
      .filter(({ purpose }) => purpose === 'approve')
      .every(({ token: asked }) => asked?.amount === 3_003n * 10n ** 15n),
  ).toBe(true)
  expect(before - (await getTokenBalance(bob.client, account))).toBe(2n * 3_003n * 10n ** 15n)
})

test('a paid environment takes one approval and its fee once', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  bench.services.price = 2
  const bob = bench.connect(4)
  const account = { token: bench.chain.contracts.Ocean, account: bob.address }
  const before = await getTokenBalance(bob.client, account)
  const { plan, error } = await run(bob, { ...draft, duration: 600 })
  expect(error).toBeUndefined()
  expect(purposes(plan)).toEqual(['approve', 'getAndOrder', 'getAndOrder', 'session'])
  const fee = plan[0]?.token?.amount ?? 0n
  expect(before - (await getTokenBalance(bob.client, account))).toBe(fee)
  expect(fee).toBeLessThanOrEqual(20n * token)
  expect(fee).toBeGreaterThanOrEqual(19n * token)
})

test('an order that only lacks a new fee is renewed, and the renewal is what the Provider is told', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  const first = await run(bob, draft)
  bench.services.judge = ({ transferTxId }) =>
    transferTxId === first.checkpoint.steps['order:dataset:0']?.hash ? 'renew' : 'valid'
  const second = await run(bob, draft)
  expect(second.error).toBeUndefined()
  expect(purposes(second.plan)).toEqual(['renewOrder'])
  expect(startRequest().dataset?.transferTxId).toBe(second.checkpoint.steps['order:dataset:0']?.hash)
  bench.services.judge = () => 'valid'
  const third = await run(bob, draft)
  expect(third.plan).toEqual([])
  expect(startRequest().dataset?.transferTxId).toBe(second.checkpoint.steps['order:dataset:0']?.hash)
})

const steps = ['order:dataset:0', 'order:algorithm', 'lookup', 'session', 'start']
test.each(
  steps.flatMap((step) =>
    (step.startsWith('order') ? ['signing', 'mining', 'done'] : ['done']).map((status) => `${step} ${status}`),
  ),
)('stopped at "%s", nothing is paid or started twice', async (line) => {
  const { draft } = await publishBoth({ type: 'free' })
  const before = bench.services.jobs.length
  const bob = bench.connect(4)
  const first = await runFlow(startCompute(bob.client, { draft }), { stop: (event) => event === line })
  const later = bench.connect(4)
  const second = await run(later, draft, { checkpoint: first.checkpoint })
  expect(second.error).toBeUndefined()
  expect(second.plan).toHaveLength(later.prompts.transactions + later.prompts.signatures)
  expect(bob.prompts.transactions + later.prompts.transactions).toBe(2)
  expect(bench.services.jobs.length - before).toBe(1)
})

test('when the Provider answers 503 after starting, the job is looked up and not started again', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const before = bench.services.jobs.length
  const bob = bench.connect(4)
  bench.services.intercept = async (request) => {
    if (request.method !== 'POST' || request.path !== '/compute') return undefined
    bench.services.intercept = undefined
    await bench.services.fetch('http://provider.test/compute', { method: 'POST', body: JSON.stringify(request.body) })
    return new Response(JSON.stringify({ error: 'boom', context: null }), { status: 503 })
  }
  const { value, error } = await run(bob, draft)
  expect(error).toBeUndefined()
  expect(value?.jobId).toBe(bench.services.jobs.at(-1)?.jobId)
  expect(bench.services.jobs.length - before).toBe(1)
})

test('when it answers 503 without starting, it says so, and a second try starts one job', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const before = bench.services.jobs.length
  const bob = bench.connect(4)
  bench.services.intercept = ({ method, path }) =>
    method === 'POST' && path === '/compute'
      ? new Response(JSON.stringify({ error: 'boom', context: null }), { status: 503 })
      : undefined
  const first = await run(bob, draft)
  expect(first.error).toMatchObject({ step: 'start', spent: true, cause: { name: 'JobOutcomeUnknownError' } })
  bench.services.intercept = undefined
  const second = await run(bob, draft, { checkpoint: first.checkpoint })
  expect(second.error).toBeUndefined()
  expect(second.plan).toEqual([])
  expect(bench.services.jobs.length - before).toBe(1)
})

const lies: [string, (fee: Record<string, unknown>) => Record<string, unknown>][] = [
  ['signature', (fee) => ({ ...fee, validUntil: Number(fee.validUntil) + 1 })],
  ['provider', (fee) => ({ ...fee, providerFeeAddress: bench.chain.contracts.Ocean })],
  ['amount', (fee) => ({ ...fee, providerFeeAmount: String(token) })],
  ['datatoken', (fee) => ({ ...fee, providerData: '0x7b7d' })],
  ['expired', (fee) => ({ ...fee, validUntil: 1_700_000_000 })],
]
test.each(lies)('a quote with a wrong %s is refused before any prompt', async (reason, tamper) => {
  const { draft } = await publishBoth({ type: 'free' })
  bench.services.tamper = tamper
  const bob = bench.connect(4)
  const { error } = await run(bob, draft)
  expect(error).toMatchObject({ name: 'QuoteRejectedError', reason })
  expect(bob.prompts).toEqual({ transactions: 0, signatures: 0 })
})

test('an order of this run which the Provider does not know is not paid a second time', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  const first = await runFlow(startCompute(bob.client, { draft }), {
    stop: (event) => event === 'order:dataset:0 done',
  })
  bench.services.judge = () => 'unknown'
  const second = await run(bob, draft, { checkpoint: first.checkpoint })
  expect(second.error).toMatchObject({
    name: 'OrderNotRecognisedError',
    transactionHash: first.checkpoint.steps['order:dataset:0']?.hash,
  })
  expect(bob.prompts.transactions).toBe(1)
})

test('without tokens at the Provider the start itself is signed, and that is announced', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  bench.services.tokens = false
  const bob = bench.connect(4)
  const { plan, error } = await run(bob, draft)
  expect(error).toBeUndefined()
  expect(plan.at(-1)).toMatchObject({ step: 'start', kind: 'signature', purpose: 'startJob' })
  expect(bob.prompts).toEqual({ transactions: 2, signatures: 1 })
  expect(startRequest()).toMatchObject({ signature: expect.stringMatching(/^0x[0-9a-f]{130}$/) })
})

test('assets nobody gives away or sells are named before any prompt', async () => {
  const { draft, data } = await publishBoth({ type: 'none' })
  const bob = bench.connect(4)
  const { error } = await run(bob, draft)
  expect(error).toMatchObject({ name: 'DatatokenUnavailableError', datatoken: data.datatoken })
  expect(bob.prompts.transactions).toBe(0)
})

test('a price beyond the balance is named before any prompt', async () => {
  const { draft } = await publishBoth({
    type: 'fixed',
    price: maxUint256 / 10n ** 40n,
    baseToken: bench.chain.contracts.Ocean,
  })
  const bob = bench.connect(4)
  const { error } = await run(bob, draft)
  expect(error).toMatchObject({ name: 'BalanceTooLowError', token: bench.chain.contracts.Ocean })
  expect(bob.prompts.transactions).toBe(0)
})

test('the budget shown beforehand is the one the flow announces', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  const planned = await planStartCompute(bob.client, { draft })
  const { plan } = await run(bob, draft)
  expect(plan).toEqual(planned)
  expect((planned as { step?: string }[]).map(({ step }) => step)).toEqual([
    'order:dataset:0',
    'order:algorithm',
    'session',
  ])
})

test('a code of the Provider comes out as what it means', async () => {
  const { draft } = await publishBoth({ type: 'free' })
  const bob = bench.connect(4)
  bench.services.intercept = ({ method, path }) =>
    method === 'POST' && path === '/compute'
      ? new Response(JSON.stringify({ error: { dataset: 'not_trusted_algo' } }), { status: 400 })
      : undefined
  const { error } = await run(bob, draft)
  expect((error as FlowStepError).cause).toMatchObject({
    name: 'ComputeRefusedError',
    resource: 'dataset',
    kind: 'algorithmNotTrusted',
  })
})
