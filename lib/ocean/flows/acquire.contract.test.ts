import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { getAccessOptions } from '../actions/chain/getAccessOptions'
import { getTokenBalance } from '../actions/chain/getTokenBalance'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { Pricing } from '../types/draft'
import { acquire } from './acquire'
import { publishAsset } from './publishAsset'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
afterAll(() => bench[Symbol.asyncDispose]())

const token = 10n ** 18n

async function publish(pricing: Pricing) {
  const draft = {
    type: 'dataset' as const,
    name: 'Data',
    files: [{ type: 'url' as const, url: 'https://example.org/file' }],
    pricing,
  }
  const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft }))
  if (!value) throw error
  return value
}

test('Alice issues tokens to Bob, once, however often the page is closed', async () => {
  const { datatoken } = await publish({ type: 'none' })
  const [alice, bob] = [bench.connect(3), bench.connect(4)]
  const draft = { method: 'mint' as const, mints: [{ datatoken, to: bob.address, amount: 5n * token }] }
  const first = await runFlow(acquire(alice.client, { draft }), { stop: (line) => line === 'mint:0 mining' })
  const second = await runFlow(acquire(alice.client, { draft, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.plan).toEqual([])
  expect(alice.prompts.transactions).toBe(1)
  expect(await getTokenBalance(bob.client, { token: datatoken, account: bob.address })).toBe(5n * token)
})

test('tokens issued while the hash was lost are not issued again', async () => {
  const { datatoken } = await publish({ type: 'none' })
  const [alice, bob] = [bench.connect(3), bench.connect(4)]
  alice.next = async (method, params) => {
    await bench.rpc(method, params as unknown[])
    throw new Error('The page was closed.')
  }
  const draft = { method: 'mint' as const, mints: [{ datatoken, to: bob.address, amount: token }] }
  const first = await runFlow(acquire(alice.client, { draft }))
  const second = await runFlow(acquire(alice.client, { draft, checkpoint: first.checkpoint }), {
    checkpoint: first.checkpoint,
  })
  expect(second.error).toBeUndefined()
  expect(second.plan).toEqual([])
  expect(await getTokenBalance(bob.client, { token: datatoken, account: bob.address })).toBe(token)
})

test('Bob may not issue tokens, and learns it before the prompt', async () => {
  const { datatoken } = await publish({ type: 'none' })
  const bob = bench.connect(4)
  const { error } = await runFlow(
    acquire(bob.client, { draft: { method: 'mint', mints: [{ datatoken, to: bob.address, amount: token }] } }),
  )
  expect(error).toMatchObject({ step: 'mint:0', cause: { kind: 'notMinter' } })
  expect(bob.prompts.transactions).toBe(0)
})

test('Bob draws a free token, and a second one is refused before the prompt', async () => {
  const { datatoken } = await publish({ type: 'free', template: 1 })
  const bob = bench.connect(4)
  const first = await runFlow(acquire(bob.client, { draft: { method: 'dispense', datatoken } }))
  expect(first.plan.map(({ purpose }) => purpose)).toEqual(['dispense'])
  expect(await getTokenBalance(bob.client, { token: datatoken, account: bob.address })).toBe(token)
  const second = await runFlow(acquire(bob.client, { draft: { method: 'dispense', datatoken } }))
  expect(second.error).toMatchObject({ cause: { kind: 'alreadyHolding' } })
  expect(bob.prompts.transactions).toBe(1)
})

test('a token that is only given out together with the order says so', async () => {
  const { datatoken } = await publish({ type: 'free' })
  const bob = bench.connect(4)
  const options = await getAccessOptions(bob.client, { datatoken, account: bob.address })
  expect(options).toMatchObject({ templateId: 2, balance: 0n, isMinter: false, dispenser: { standalone: false } })
  const { error } = await runFlow(acquire(bob.client, { draft: { method: 'dispense', datatoken } }))
  expect(error).toMatchObject({ cause: { kind: 'onlyTogether' } })
})

test('buying approves exactly the price, once', async () => {
  const { datatoken, exchangeId } = await publish({
    type: 'fixed',
    price: 2n * token,
    baseToken: bench.chain.contracts.Ocean,
    template: 1,
  })
  if (!exchangeId) throw new Error('No price was set up.')
  const bob = bench.connect(4)
  const draft = { method: 'buy' as const, datatoken, exchangeId, amount: 2n * token }
  const first = await runFlow(acquire(bob.client, { draft }), { stop: (line) => line === 'buy signing' })
  expect(first.plan.map(({ purpose, token: asked }) => [purpose, asked?.amount])).toEqual([
    ['approve', 4_004n * 10n ** 15n],
    ['buy', 4_004n * 10n ** 15n],
  ])
  const second = await runFlow(acquire(bob.client, { draft, checkpoint: first.checkpoint }))
  expect(second.error).toBeUndefined()
  expect(second.plan.map(({ purpose }) => purpose)).toEqual(['buy'])
  expect(await getTokenBalance(bob.client, { token: datatoken, account: bob.address })).toBe(2n * token)
  expect(bob.prompts.transactions).toBe(2)
})
