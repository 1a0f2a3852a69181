import type { Hash } from 'viem'
import { UserRejectedRequestError } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { getAccessOptions } from '../actions/chain/getAccessOptions'
import { getMetadata } from '../actions/chain/getMetadata'
import { TransactionRevertedError, WrongChainError } from '../errors/ChainError'
import { FlowStepError } from '../errors/FlowStepError'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft } from '../types/draft'
import { publishAsset } from './publishAsset'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
beforeEach(() => {
  bench.services.intercept = undefined
})
afterAll(() => bench[Symbol.asyncDispose]())

const dataset: AssetDraft = {
  type: 'dataset',
  name: 'Branin',
  files: [{ type: 'url', url: 'https://example.org/branin.arff' }],
  pricing: { type: 'free' },
}

const whole = [
  'create working',
  'create signing',
  'create mining',
  'create done',
  'encrypt working',
  'encrypt done',
  'describe working',
  'describe done',
  'publish working',
  'publish signing',
  'publish mining',
  'publish done',
  'index working',
  'index done',
]

test('a dataset is published with as many prompts as were announced', async () => {
  const alice = bench.connect(3)
  const run = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(run.error).toBeUndefined()
  expect(run.trace).toEqual(whole)
  expect(run.plan.map(({ purpose }) => purpose)).toEqual(['createFreeAsset', 'publishAsset'])
  expect(alice.prompts).toEqual({ transactions: 2, signatures: 0 })
  const asset = run.value?.asset
  expect(asset?.services.map(({ id, type, datatokenAddress }) => [id, type, datatokenAddress])).toEqual([
    ['0', 'access', run.value?.datatoken],
    ['1', 'compute', run.value?.datatoken],
  ])
  expect(asset?.services[1]?.compute).toEqual({
    allowRawAlgorithm: false,
    allowNetworkAccess: false,
    publisherTrustedAlgorithms: [],
    publisherTrustedAlgorithmPublishers: [],
  })
  expect(asset && (await getMetadata(alice.client, { dataNft: asset.nftAddress }))).toMatchObject({
    state: 0,
    exists: true,
  })
})

test('the files of each service are encrypted on their own and bound to the asset', async () => {
  const alice = bench.connect(3)
  bench.services.requests.length = 0
  const { value } = await runFlow(publishAsset(alice.client, { draft: dataset }))
  const plain = bench.services.requests
    .filter(({ path }) => path === '/encrypt')
    .slice(0, 2)
    .map(({ body }) => JSON.parse(new TextDecoder().decode(body as Uint8Array)))
  const bound = { datatokenAddress: value?.datatoken, nftAddress: value?.dataNft, files: dataset.files }
  expect(plain).toEqual([bound, bound])
})

test('what is validated, hashed and encrypted is one and the same text', async () => {
  const alice = bench.connect(3)
  bench.services.requests.length = 0
  await runFlow(publishAsset(alice.client, { draft: { ...dataset, name: 'Überraschung – 数据' } }))
  const text = (path: string) =>
    new TextDecoder().decode(
      bench.services.requests.filter((request) => request.path.endsWith(path)).at(-1)?.body as Uint8Array,
    )
  expect(text('/validate')).toBe(text('/encrypt'))
  expect(Object.keys(JSON.parse(text('/validate')))).toEqual([
    ...['@context', 'id', 'version', 'chainId', 'nftAddress', 'metadata', 'credentials', 'services'],
  ])
})

test.each(whole.filter((line) => !line.startsWith('index')))(
  'stopped at "%s", it goes on later without a prompt more',
  async (line) => {
    const before = bench.connect(3)
    const first = await runFlow(publishAsset(before.client, { draft: dataset }), { stop: (event) => event === line })
    const after = bench.connect(3)
    const second = await runFlow(publishAsset(after.client, { draft: dataset, checkpoint: first.checkpoint }), {
      checkpoint: first.checkpoint,
    })
    expect(second.error).toBeUndefined()
    expect(second.value?.asset.metadata.name).toBe('Branin')
    expect(second.plan).toHaveLength(after.prompts.transactions)
    expect(before.prompts.transactions + after.prompts.transactions).toBe(2)
  },
)

test('a transaction whose hash never reached the page is found again by its nonce', async () => {
  const before = bench.connect(3)
  let lost: Hash | undefined
  before.next = async (method, params) => {
    lost = (await bench.rpc(method, params as unknown[])) as Hash
    throw new Error('The page was closed.')
  }
  const first = await runFlow(publishAsset(before.client, { draft: dataset }))
  expect(first.checkpoint.steps.create).toEqual({
    nonce: expect.any(Number),
    call: expect.stringMatching(/^0x[0-9a-f]{64}$/),
  })
  const after = bench.connect(3)
  const second = await runFlow(publishAsset(after.client, { draft: dataset, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.error).toBeUndefined()
  expect(second.checkpoint.steps.create?.hash).toBe(lost)
  expect(after.prompts.transactions).toBe(1)
  expect(second.plan.map(({ step }) => step)).toEqual(['publish'])
})

test('a rejected prompt spends nothing and can be asked again', async () => {
  const alice = bench.connect(3)
  alice.next = () => {
    throw new UserRejectedRequestError(new Error('No.'))
  }
  const first = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(first.error).toBeInstanceOf(FlowStepError)
  expect(first.error).toMatchObject({ step: 'create', spent: false })
  expect((first.error as FlowStepError).walk((error) => error instanceof UserRejectedRequestError)).toBeDefined()
  expect(first.checkpoint.steps.create).toEqual({})
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }))
  expect(second.error).toBeUndefined()
})

test('a transaction the network has forgotten is not sent again unasked, but can be', async () => {
  const alice = bench.connect(3)
  const checkpoint = {
    version: 1 as const,
    steps: { create: { hash: `0x${'12'.repeat(32)}` as Hash, nonce: 1_000_000 } },
  }
  const first = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint }), { checkpoint })
  expect(first.error).toMatchObject({ step: 'create', cause: { name: 'TransactionDroppedError' } })
  expect(alice.prompts.transactions).toBe(0)
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }))
  expect(second.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(second.plan.length)
})

test('a transaction sped up in the wallet counts as the one that was sent', async () => {
  const alice = bench.connect(3)
  await bench.rpc('evm_setAutomine', [false])
  try {
    const flow = publishAsset(alice.client, { draft: dataset })
    const first = await runFlow(flow, { stop: (line) => line === 'create mining' })
    const { hash, nonce } = first.checkpoint.steps.create ?? {}
    const sent = await bench.publicClient.getTransaction({ hash: hash as Hash })
    const faster = (await bench.rpc('eth_sendTransaction', [
      {
        from: alice.address,
        to: sent.to,
        data: sent.input,
        nonce: `0x${nonce?.toString(16)}`,
        gas: '0x500000',
        gasPrice: '0x2540be4000',
      },
    ])) as Hash
    await bench.rpc('evm_mine')
    await bench.rpc('evm_setAutomine', [true])
    expect(faster).not.toBe(hash)
    const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }), {
      checkpoint: first.checkpoint,
    })
    expect(second.error).toBeUndefined()
    expect(second.checkpoint.steps.create?.hash).toBe(faster)
    expect(alice.prompts.transactions).toBe(2)
  } finally {
    await bench.rpc('evm_setAutomine', [true])
  }
})

test('a transaction cancelled in the wallet is said to be cancelled', async () => {
  const alice = bench.connect(3)
  await bench.rpc('evm_setAutomine', [false])
  try {
    const first = await runFlow(publishAsset(alice.client, { draft: dataset }), {
      stop: (line) => line === 'create mining',
    })
    const nonce = `0x${first.checkpoint.steps.create?.nonce?.toString(16)}`
    await bench.rpc('eth_sendTransaction', [
      { from: alice.address, to: alice.address, value: '0x0', nonce, gasPrice: '0x2540be4000' },
    ])
    await bench.rpc('evm_mine')
    await bench.rpc('evm_setAutomine', [true])
    const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }), {
      checkpoint: first.checkpoint,
    })
    expect(second.error).toMatchObject({
      step: 'create',
      cause: { name: 'TransactionReplacedError', reason: 'cancelled' },
    })
    expect(second.checkpoint.steps.create).toEqual({})
  } finally {
    await bench.rpc('evm_setAutomine', [true])
  }
})

test('nothing is signed on another chain', async () => {
  const alice = bench.connect(3)
  const other = { ...alice.client, network: { ...alice.client.network, chainId: 1 } }
  const { error } = await runFlow(publishAsset(other, { draft: dataset }))
  expect((error as FlowStepError).walk((cause) => cause instanceof WrongChainError)).toBeDefined()
  expect(alice.prompts.transactions).toBe(0)
})

test('a contract that would refuse is asked before the wallet is', async () => {
  const alice = bench.connect(3)
  const draft: AssetDraft = {
    ...dataset,
    pricing: { type: 'fixed', price: 1n, baseToken: bench.chain.contracts.Ocean },
  }
  const { error } = await runFlow(publishAsset(alice.client, { draft }))
  expect(error).toMatchObject({ step: 'create', spent: false, cause: { kind: 'priceInvalid' } })
  expect((error as FlowStepError).cause).toBeInstanceOf(TransactionRevertedError)
  expect(alice.prompts.transactions).toBe(0)
})

test('a fixed price is what the buyer is asked for, fees included', async () => {
  const alice = bench.connect(3)
  const draft: AssetDraft = {
    ...dataset,
    pricing: { type: 'fixed', price: 3n * 10n ** 18n, baseToken: bench.chain.contracts.Ocean, template: 1 },
  }
  const { value } = await runFlow(publishAsset(alice.client, { draft }))
  const options =
    value && (await getAccessOptions(alice.client, { datatoken: value.datatoken, account: alice.address }))
  expect(options?.fixedRates).toMatchObject([
    { exchangeId: value?.exchangeId, price: 3_003n * 10n ** 15n, standalone: true },
  ])
})

test('faults found by the metadata cache stop the flow before the second transaction', async () => {
  const alice = bench.connect(3)
  bench.services.intercept = ({ path }) =>
    path.endsWith('/validate')
      ? new Response(JSON.stringify({ errors: { license: 'Less than 1 values' } }), { status: 400 })
      : undefined
  const first = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(first.error).toMatchObject({
    step: 'describe',
    spent: true,
    cause: { faults: { license: 'Less than 1 values' } },
  })
  bench.services.intercept = undefined
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }))
  expect(second.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(2)
})
