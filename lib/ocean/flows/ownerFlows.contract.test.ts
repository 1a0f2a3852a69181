import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { getAccessOptions } from '../actions/chain/getAccessOptions'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetState } from '../types/asset'
import type { Pricing } from '../types/draft'
import { changePricing, type PricingChange } from './changePricing'
import { publishAsset } from './publishAsset'
import { setAssetState } from './setAssetState'

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

async function change(pricing: PricingChange) {
  const alice = bench.connect(3)
  const run = await runFlow(changePricing(alice.client, { change: pricing }))
  expect(run.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(run.plan.length)
}

const options = (datatoken: `0x${string}`) =>
  getAccessOptions(bench.connect(4).client, { datatoken, account: bench.connect(4).address })

test.each([1, 2] as const)(
  'an asset of template %i can be given away later, and no more, and again',
  async (template) => {
    const { datatoken } = await publish({ type: 'none', template })
    await change({ method: 'giveAway', datatoken })
    expect((await options(datatoken)).dispenser).toBeDefined()
    await change({ method: 'stopGivingAway', datatoken })
    expect((await options(datatoken)).dispenser).toBeUndefined()
    await change({ method: 'resumeGivingAway', datatoken })
    expect((await options(datatoken)).dispenser).toBeDefined()
  },
)

test('a price in a token with six decimals is set, changed and switched off', async () => {
  const { datatoken } = await publish({ type: 'none', template: 1 })
  const baseToken = (bench.chain.contracts as unknown as { MockUSDC: `0x${string}` }).MockUSDC
  await change({ method: 'sell', datatoken, baseToken, price: 2_000_000n })
  const [rate] = (await options(datatoken)).fixedRates
  expect(rate).toMatchObject({ baseToken, baseTokenDecimals: 6, price: 2_004_000n })
  if (!rate) throw new Error('There is no price.')
  await change({ method: 'setRate', exchangeId: rate.exchangeId, price: 5_000_000n })
  expect((await options(datatoken)).fixedRates).toMatchObject([{ price: 5_010_000n }])
  await change({ method: 'toggleSales', exchangeId: rate.exchangeId })
  expect((await options(datatoken)).fixedRates).toEqual([])
})

test('somebody else may not change the price, and learns it before the prompt', async () => {
  const { exchangeId } = await publish({ type: 'fixed', price: token, baseToken: bench.chain.contracts.Ocean })
  if (!exchangeId) throw new Error('There is no price.')
  const bob = bench.connect(4)
  const { error } = await runFlow(
    changePricing(bob.client, { change: { method: 'setRate', exchangeId, price: token } }),
  )
  expect(error).toMatchObject({ step: 'price', cause: { kind: 'notPriceOwner' } })
  expect(bob.prompts.transactions).toBe(0)
})

test('a state is written once and waited for', async () => {
  const { did, dataNft } = await publish({ type: 'none' })
  const alice = bench.connect(3)
  let state: AssetState = 0
  bench.services.intercept = async (request) => {
    if (!request.path.includes(did)) return undefined
    const served = state
    state = 5
    bench.services.intercept = undefined
    const answer = await bench.services.fetch(`${bench.services.aquariusUrl}${request.path}`)
    const ddo = await answer.json()
    bench.services.intercept = () => new Response(JSON.stringify({ ...ddo, nft: { ...ddo.nft, state } }))
    return new Response(JSON.stringify({ ...ddo, nft: { ...ddo.nft, state: served } }))
  }
  const run = await runFlow(setAssetState(alice.client, { did, dataNft, state: 5 }))
  expect(run.error).toBeUndefined()
  expect(alice.prompts.transactions).toBe(1)
  expect(run.trace).toEqual([
    'state working',
    'state signing',
    'state mining',
    'state done',
    'index working',
    'index done',
  ])
})
