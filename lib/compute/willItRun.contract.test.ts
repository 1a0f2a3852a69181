import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDevnet, type Devnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { serveSamples } from '@/devnet/seed/serveSamples'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import { type ComputeDraft, planStartCompute, publishAsset, startCompute } from '@/lib/ocean'
import type { RunCheckId } from './runCheck'
import { willItRun } from './willItRun'

const environmentId = 'ocean-compute-large'
let devnet: Devnet
let samples: Awaited<ReturnType<typeof serveSamples>>
let draft: ComputeDraft
let pair: { datasetDid: string; algorithmDid: string }

async function finish<value>(flow: AsyncGenerator<unknown, value>): Promise<value> {
  for (;;) {
    const step = await flow.next()
    if (step.done) return step.value
  }
}

beforeAll(async () => {
  devnet = await createDevnet()
  samples = await serveSamples()
  const alice = createActor(devnet, devnet.actors.alice)
  const pricing = { type: 'free' } as const
  const algorithm = await finish(publishAsset(alice, { draft: { ...gaussianProcess(samples.url), pricing } }))
  const compute = {
    ...{ allowRawAlgorithm: false, allowNetworkAccess: false },
    trustedAlgorithms: [{ did: algorithm.did }],
  }
  const dataset = await finish(publishAsset(alice, { draft: { ...braninDataset(samples.url), pricing, compute } }))
  pair = { datasetDid: dataset.did, algorithmDid: algorithm.did }
  draft = { datasets: [{ did: dataset.did }], algorithm: { did: algorithm.did }, environmentId }
}, 120_000)

afterAll(async () => {
  await samples.close()
  await devnet.close()
})

async function look() {
  const bob = createActor(devnet, devnet.actors.bob)
  const account = devnet.actors.bob.address
  const asked = { ...pair, environmentId, duration: undefined, account, walletChainId: devnet.chain.chainId }
  const { checks } = await willItRun(bob, asked)
  return (id: RunCheckId) => checks.find((check) => check.id === id)
}

it('uses up the machine time of an order, one job at a time, and says so beforehand', async () => {
  const bob = createActor(devnet, devnet.actors.bob)
  const before = await look()
  expect(before('datasetAccess')).toMatchObject({ finding: 'free', level: 'green' })
  expect(before('fee')).toMatchObject({ finding: 'covered', level: 'green' })
  await finish(startCompute(bob, { draft }))
  await devnet.idle()
  const after = await look()
  expect(after('datasetAccess')).toMatchObject({ finding: 'ordered', level: 'green' })
  expect(after('fee')).toMatchObject({ finding: 'free' })
  expect(after('gas')).toMatchObject({ finding: 'unneeded' })
  expect(await planStartCompute(bob, { draft })).toEqual([])
}, 120_000)

it('knows nothing while the Provider is away, and everything again when it is back', async () => {
  const faults = `${devnet.provider.url}/devnet/faults`
  const set = (providerDown: boolean) => fetch(faults, { method: 'PUT', body: JSON.stringify({ providerDown }) })
  await set(true)
  const away = await look()
  for (const id of ['environment', 'image', 'verdict', 'datasetFile', 'fee', 'retention'] as const)
    expect(away(id)).toMatchObject({ level: 'unknown' })
  await set(false)
  expect((await look())('verdict')).toMatchObject({ finding: 'accepted', level: 'green' })
}, 120_000)
