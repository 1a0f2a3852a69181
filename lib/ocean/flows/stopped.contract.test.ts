import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { OceanClient } from '../types/client'
import type { AssetDraft } from '../types/draft'
import type { Checkpoint, FlowEvent, FlowOptions } from '../types/flow'
import { acquire } from './acquire'
import { allowAlgorithm } from './allowAlgorithm'
import { changePricing } from './changePricing'
import { type PublishAssetReturnType, publishAsset } from './publishAsset'
import { startCompute } from './startCompute'
import { updateAsset } from './updateAsset'

type Published = { dataset: PublishAssetReturnType; algorithm: PublishAssetReturnType }
type Start = (client: OceanClient, options: FlowOptions) => AsyncGenerator<FlowEvent, unknown>

let bench: TestBench
const files = [{ type: 'url' as const, url: 'https://example.org/file' }]
const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }

async function publish(): Promise<Published> {
  const draft: AssetDraft = { type: 'dataset', name: 'Data', files, pricing: { type: 'free' } }
  const run = async (asset: AssetDraft) => {
    const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft: asset }))
    if (!value) throw error
    return value
  }
  return { dataset: await run(draft), algorithm: await run({ ...draft, type: 'algorithm', algorithm: { container } }) }
}

beforeAll(async () => {
  bench = createTestBench(await startChain())
})
afterAll(() => bench[Symbol.asyncDispose]())

const one = 10n ** 18n
/** Each flow that sends something: who runs it, how often it asks for a transaction, and the events at which it is stopped. */
const flows: [name: string, sending: { who: number; transactions: number }, start: (published: Published) => Start][] =
  [
    [
      'allowing an algorithm',
      { who: 3, transactions: 1 },
      ({ dataset, algorithm }) =>
        (client, options) =>
          allowAlgorithm(client, { draft: { did: dataset.did, add: [{ did: algorithm.did }] }, ...options }),
    ],
    [
      'issuing tokens of two assets',
      { who: 3, transactions: 2 },
      ({ dataset, algorithm }) => {
        const to = bench.connect(4).address
        const mints = [dataset, algorithm].map(({ datatoken }) => ({ datatoken, to, amount: one }))
        return (client, options) => acquire(client, { draft: { method: 'mint', mints }, ...options })
      },
    ],
    [
      'changing a description',
      { who: 3, transactions: 1 },
      ({ dataset }) =>
        (client, options) =>
          updateAsset(client, { did: dataset.did, changes: { metadata: { name: 'Other' } }, ...options }),
    ],
    [
      'ending the gift of tokens',
      { who: 3, transactions: 1 },
      ({ dataset: { datatoken } }) =>
        (client, options) =>
          changePricing(client, { change: { method: 'stopGivingAway', datatoken }, ...options }),
    ],
    [
      'starting a job',
      { who: 4, transactions: 2 },
      ({ dataset, algorithm }) => {
        const chosen = { datasets: [{ did: dataset.did }], algorithm: { did: algorithm.did } }
        return (client, options) =>
          startCompute(client, { draft: { ...chosen, environmentId: 'test-environment' }, ...options })
      },
    ],
  ]

describe.each(flows)('%s', (_, { who, transactions }, make) => {
  test('goes on after being stopped at each of its events, and sends each transaction once', async () => {
    const whole = await runFlow(make(await publish())(bench.connect(who).client, {}))
    expect(whole.error).toBeUndefined()
    const lines = [...new Set(whole.trace)]
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      const start = make(await publish())
      const [before, after] = [bench.connect(who), bench.connect(who)]
      const first = await runFlow(start(before.client, {}), { stop: (event) => event === line })
      const second = await resume(start, after.client, first.checkpoint)
      expect([line, second.error]).toEqual([line, undefined])
      expect([line, before.prompts.transactions + after.prompts.transactions]).toEqual([line, transactions])
    }
  }, 240_000)

  test('finds each transaction whose hash the wallet never told', async () => {
    for (let lost = 1; lost <= transactions; lost += 1) {
      const start = make(await publish())
      const [before, after] = [bench.connect(who), bench.connect(who)]
      let asked = 0
      const answer = async (method: string, params: unknown) => {
        asked += method === 'eth_sendTransaction' ? 1 : 0
        const hash = await bench.rpc(method, params as unknown[])
        if (asked === lost) throw Object.assign(new Error('The page was closed.'), { code: -32603 })
        before.next = answer
        return hash
      }
      before.next = answer
      const first = await runFlow(start(before.client, {}))
      expect(first.error).toMatchObject({ cause: { name: 'SendFailedError' } })
      const second = await resume(start, after.client, first.checkpoint)
      expect(second.error).toBeUndefined()
      expect(before.prompts.transactions + after.prompts.transactions).toBe(transactions)
    }
  })
})

const resume = (start: Start, client: OceanClient, checkpoint: Checkpoint) =>
  runFlow(start(client, { checkpoint }), { checkpoint })
