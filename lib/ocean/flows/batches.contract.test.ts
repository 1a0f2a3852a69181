import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { getTokenBalance } from '../actions/chain/getTokenBalance'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft, Pricing } from '../types/draft'
import { acquire } from './acquire'
import { publishAsset } from './publishAsset'
import { startCompute } from './startCompute'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
afterAll(() => bench[Symbol.asyncDispose]())

const token = 10n ** 18n
const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }

async function publishBoth(pricing: Pricing) {
  const common = { files: [{ type: 'url' as const, url: 'https://example.org/file' }], pricing }
  const publish = async (draft: AssetDraft) => {
    const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft }))
    if (!value) throw error
    return value
  }
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const algorithm = await publish({ ...common, type: 'algorithm', name: 'Algorithm', algorithm: { container } })
  const draft = { datasets: [{ did: data.did }], algorithm: { did: algorithm.did }, environmentId: 'test-environment' }
  return { data, algorithm, draft }
}

test('a wallet that batches issues all tokens with one prompt', async () => {
  const { data, algorithm } = await publishBoth({ type: 'none' })
  const [alice, bob] = [bench.connect(3, { atomic: true }), bench.connect(4)]
  const mints = [data, algorithm].map(({ datatoken }) => ({ datatoken, to: bob.address, amount: 5n * token }))
  const run = await runFlow(acquire(alice.client, { draft: { method: 'mint', mints } }))
  expect(run.error).toBeUndefined()
  expect(run.plan.map(({ step }) => step)).toEqual(['mints'])
  expect(alice.prompts.transactions).toBe(1)
  expect(await getTokenBalance(bob.client, { token: algorithm.datatoken, account: bob.address })).toBe(5n * token)
})

test.each<[string, Pricing['type']]>([
  ['free', 'free'],
  ['sold', 'fixed'],
])('both orders of %s assets take one prompt', async (_name, type) => {
  const pricing: Pricing =
    type === 'fixed' ? { type, price: token, baseToken: bench.chain.contracts.Ocean } : { type: 'free' }
  const { draft } = await publishBoth(pricing)
  const bob = bench.connect(5, { atomic: true })
  const run = await runFlow(startCompute(bob.client, { draft }))
  expect(run.error).toBeUndefined()
  expect(run.plan.map(({ purpose }) => purpose)).toEqual(['orderInOne', 'session'])
  expect(bob.prompts).toEqual({ transactions: 1, signatures: 1 })
  const again = await runFlow(startCompute(bench.connect(5, { atomic: true }).client, { draft }))
  expect(again.plan.map(({ purpose }) => purpose)).toEqual(['session'])
})

test.each(['orders signing', 'orders mining', 'orders done', 'order:dataset:0 done'])(
  'closed at "%s", a batch is waited for and not sent again',
  async (line) => {
    const { draft } = await publishBoth({ type: 'free' })
    const bob = bench.connect(6, { atomic: true })
    const submitted = line === 'orders signing' ? 2 : 1
    let seen = 0
    const stop = (event: string) => event === line && ++seen === submitted
    const first = await runFlow(startCompute(bob.client, { draft }), { stop })
    const later = bench.connect(6, { atomic: true })
    const second = await runFlow(startCompute(later.client, { draft, checkpoint: first.checkpoint }), {
      checkpoint: first.checkpoint,
    })
    expect(second.error).toBeUndefined()
    expect(bob.prompts.transactions + later.prompts.transactions).toBe(1)
    expect(second.plan.map(({ purpose }) => purpose)).toEqual(['session'])
  },
)

test('a batch that would fail is explained before the prompt', async () => {
  const { data, algorithm } = await publishBoth({ type: 'none' })
  const bob = bench.connect(7, { atomic: true })
  const mints = [data, algorithm].map(({ datatoken }) => ({ datatoken, to: bob.address, amount: token }))
  const { error } = await runFlow(acquire(bob.client, { draft: { method: 'mint', mints } }))
  expect(error).toMatchObject({ step: 'mints', cause: { kind: 'notMinter' } })
  expect(bob.prompts.transactions).toBe(0)
})
