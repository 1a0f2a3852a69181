import type { Hash } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { createTestBench, type TestBench, type TestWallet } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft, ComputeDraft } from '../types/draft'
import { publishAsset } from './publishAsset'
import { startCompute } from './startCompute'

let bench: TestBench
let job: ComputeDraft

const files = [{ type: 'url' as const, url: 'https://example.org/file' }]
const dataset: AssetDraft = { type: 'dataset', name: 'Data', files, pricing: { type: 'free' } }
const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }
const algorithm: AssetDraft = { ...dataset, type: 'algorithm', name: 'Algorithm', algorithm: { container } }

beforeAll(async () => {
  bench = createTestBench(await startChain())
  const publish = async (draft: AssetDraft) => {
    const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft }))
    if (!value) throw error
    return value
  }
  const published = [await publish(dataset), await publish(algorithm)] as const
  job = {
    datasets: [{ did: published[0].did }],
    algorithm: { did: published[1].did },
    environmentId: 'test-environment',
  }
})
beforeEach(() => bench.rpc('evm_setAutomine', [true]))
afterAll(() => bench[Symbol.asyncDispose]())

const countSent = (account: TestWallet) => bench.publicClient.getTransactionCount({ address: account.address })

test('an account switched between two confirmations is never asked to sign, and switching back goes on', async () => {
  const alice = bench.connect(3)
  const flow = publishAsset(alice.client, { draft: dataset })
  const first = await runFlow(flow, { stop: (line) => line === 'create done' })
  const sent = await countSent(alice)
  alice.accounts = [bench.connect(5).address, alice.address]
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.error).toMatchObject({ step: 'publish', spent: true, cause: { name: 'WrongAccountError' } })
  expect(alice.prompts.transactions).toBe(1)
  expect(await countSent(alice)).toBe(sent)
  alice.accounts = [alice.address]
  const third = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: second.checkpoint }), {
    checkpoint: second.checkpoint,
  })
  expect(third.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(2)
})

test('a signature that another account has made is thrown away', async () => {
  const bob = bench.connect(4)
  const stranger = bench.connect(5)
  const address = bob.address
  bench.services.requests.length = 0
  const first = await runFlow(startCompute(bob.client, { draft: job }), { stop: (line) => line === 'lookup done' })
  bob.next = async (_method, params) => {
    const [message] = params as [`0x${string}`]
    return stranger.client.walletClient?.signMessage({ account: stranger.address, message: { raw: message } })
  }
  const second = await runFlow(startCompute(bob.client, { draft: job, checkpoint: first.checkpoint }))
  expect(second.error).toMatchObject({ step: 'session', cause: { name: 'WrongAccountError' } })
  expect(bench.services.requests.some(({ path }) => path === '/token')).toBe(false)
  const third = await runFlow(startCompute(bob.client, { draft: job, checkpoint: second.checkpoint }))
  expect(third.value?.owner).toBe(address)
})

test('a locked wallet is said to be locked, and nothing is sent', async () => {
  const alice = bench.connect(3)
  alice.accounts = []
  const { error, checkpoint } = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(error).toMatchObject({ step: 'create', spent: false, cause: { name: 'WalletLockedError' } })
  expect(alice.prompts.transactions).toBe(0)
  expect(checkpoint.steps.create).toBeUndefined()
})

test('a wallet whose chain service fails without sending may send the next time', async () => {
  const alice = bench.connect(3)
  alice.next = () => {
    throw Object.assign(new Error('Internal JSON-RPC error.'), { code: -32603 })
  }
  const first = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(first.error).toMatchObject({ step: 'create', spent: false, cause: { name: 'SendFailedError' } })
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(3)
})

test('a transaction that went out while the wallet reported an error is found, though another one was sent before it', async () => {
  const alice = bench.connect(3)
  let lost: Hash | undefined
  alice.next = async (method, params) => {
    const elsewhere = { from: alice.address, to: alice.address, value: '0x1' }
    await bench.rpc('eth_sendTransaction', [elsewhere])
    lost = (await bench.rpc(method, params as unknown[])) as Hash
    throw Object.assign(new Error('Internal JSON-RPC error.'), { code: -32603 })
  }
  const first = await runFlow(publishAsset(alice.client, { draft: dataset }))
  expect(first.error).toMatchObject({ cause: { name: 'SendFailedError' } })
  const second = await runFlow(publishAsset(alice.client, { draft: dataset, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.error).toBeUndefined()
  expect(second.checkpoint.steps.create?.hash).toBe(lost)
  expect(alice.prompts.transactions).toBe(2)
})

test('an order whose hash was lost while it waits to be mined is waited for, and not paid again', async () => {
  const bob = bench.connect(6)
  const draft = job
  const sent = await countSent(bob)
  await bench.rpc('evm_setAutomine', [false])
  bob.next = async (method, params) => {
    await bench.rpc(method, params as unknown[])
    throw Object.assign(new Error('The page was closed.'), { code: -32603 })
  }
  const first = await runFlow(startCompute(bob.client, { draft }))
  expect(first.error).toMatchObject({ step: 'order:dataset:0' })
  const after = bench.connect(6)
  const running = runFlow(startCompute(after.client, { draft, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  await bench.rpc('evm_mine')
  await bench.rpc('evm_setAutomine', [true])
  const second = await running
  expect(second.error).toBeUndefined()
  expect(after.prompts).toEqual({ transactions: 1, signatures: 1 })
  // One order of each, and no third transaction.
  expect(await countSent(after)).toBe(sent + 2)
})
