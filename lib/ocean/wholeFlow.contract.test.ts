import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDevnet, type Devnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { serveSamples } from '@/devnet/seed/serveSamples'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import { buildStartOrder } from './actions/chain/buildOrder'
import { sendCall } from './clients/sendCall'
import { waitForTransaction } from './clients/waitForTransaction'
import {
  acquire,
  allowAlgorithm,
  type ComputeEvent,
  createAuthToken,
  deleteAuthToken,
  downloadFile,
  getComputeEnvironments,
  getComputeResult,
  getFileInfo,
  getSession,
  initialize,
  publishAsset,
  searchAssets,
  startCompute,
  stopJob,
  watchJob,
} from './index'
import { runFlow } from './testing/runFlow'

let devnet: Devnet
let samples: Awaited<ReturnType<typeof serveSamples>>
beforeAll(async () => {
  samples = await serveSamples()
  devnet = await createDevnet({ ports: { chain: 0, provider: 0, aquarius: 0 } })
})
afterAll(async () => {
  await devnet?.close()
  await samples?.close()
})

const alice = () => createActor(devnet, devnet.actors.alice)
const bob = () => createActor(devnet, devnet.actors.bob)
const token = 10n ** 18n

async function must<T>(flow: Parameters<typeof runFlow<T>>[0]) {
  const run = await runFlow(flow)
  if (run.error) throw run.error
  return { ...run, value: run.value as T }
}

async function freeEnvironment() {
  const environment = (await getComputeEnvironments(bob())).find(({ free }) => free)
  if (!environment) throw new Error('There is no free environment.')
  return environment
}

test('the tutorial: publish both, allow, issue 5 and 5, run, see the result', async () => {
  const data = await must(publishAsset(alice(), { draft: braninDataset(samples.url) }))
  const algorithm = await must(publishAsset(alice(), { draft: gaussianProcess(samples.url) }))
  const allowed = await must(
    allowAlgorithm(alice(), { draft: { did: data.value.did, add: [{ did: algorithm.value.did }] } }),
  )
  expect(allowed.value.service.compute?.publisherTrustedAlgorithms).toMatchObject([{ did: algorithm.value.did }])
  const to = devnet.actors.bob.address
  const mints = [data, algorithm].map(({ value }) => ({ datatoken: value.datatoken, to, amount: 5n * token }))
  await must(acquire(alice(), { draft: { method: 'mint', mints } }))

  const client = bob()
  const environment = await freeEnvironment()
  const draft = {
    datasets: [{ did: data.value.did }],
    algorithm: { did: algorithm.value.did },
    environmentId: environment.id,
  }
  const started = await must(startCompute(client, { draft }))
  expect(started.plan.map(({ purpose }) => purpose)).toEqual(['order', 'order', 'session'])

  const events: ComputeEvent[] = []
  for await (const event of watchJob(client, { jobId: started.value.jobId })) events.push(event)
  const last = events.filter((event) => event.type === 'job').at(-1)?.job
  expect(last).toMatchObject({ phase: 'succeeded', algorithmDid: algorithm.value.did, datasetDids: [data.value.did] })
  expect(events.some(({ type }) => type === 'log')).toBe(true)

  const [output] = last?.results ?? []
  expect(output).toMatchObject({ index: 0, filename: 'result', type: 'output' })
  const file = await getComputeResult(client, { jobId: started.value.jobId, index: 0 })
  expect(file.bytes.length).toBe(output?.size)
  expect(file.bytes[0]).toBe(0x80)

  const again = await must(startCompute(client, { draft }))
  expect(again.plan).toEqual([])
  expect(again.value.jobId).not.toBe(started.value.jobId)
  const meanwhile = await runFlow(startCompute(client, { draft }))
  expect(meanwhile.error).toMatchObject({ step: 'start', cause: { kind: 'orderInUse' } })
  await devnet.idle()
  const elsewhere = await must(startCompute(bob(), { draft }))
  expect(elsewhere.plan.map(({ purpose }) => purpose)).toEqual(['session'])
  await devnet.idle()
})

test('with the algorithm first and free tokens, one result takes seven confirmations', async () => {
  const free = { pricing: { type: 'free' as const } }
  const algorithm = await must(publishAsset(alice(), { draft: { ...gaussianProcess(samples.url), ...free } }))
  const compute = {
    allowRawAlgorithm: false,
    allowNetworkAccess: false,
    trustedAlgorithms: [{ did: algorithm.value.did }],
  }
  const data = await must(publishAsset(alice(), { draft: { ...braninDataset(samples.url), ...free, compute } }))
  const environment = await freeEnvironment()
  const draft = {
    datasets: [{ did: data.value.did }],
    algorithm: { did: algorithm.value.did },
    environmentId: environment.id,
  }
  const started = await must(startCompute(bob(), { draft }))
  expect([algorithm, data, started].map(({ plan }) => plan.length)).toEqual([2, 2, 3])
  await devnet.idle()
})

test('a paid environment is paid for by the minute', async () => {
  const free = { pricing: { type: 'free' as const } }
  const algorithm = await must(publishAsset(alice(), { draft: { ...gaussianProcess(samples.url), ...free } }))
  const data = await must(publishAsset(alice(), { draft: { ...braninDataset(samples.url), ...free } }))
  const environment = (await getComputeEnvironments(bob())).find((candidate) => !candidate.free)
  if (!environment) throw new Error('There is no paid environment.')
  const draft = {
    datasets: [{ did: data.value.did }],
    algorithm: { did: algorithm.value.did },
    environmentId: environment.id,
    duration: 600,
  }
  const started = await must(startCompute(bob(), { draft }))
  expect(started.plan.map(({ purpose }) => purpose)).toEqual(['approve', 'getAndOrder', 'getAndOrder', 'session'])
  expect(started.plan[0]?.token?.address).toBe(environment.feeToken)
  await devnet.idle()
})

test('an algorithm that is not on the list is refused before anything is paid', async () => {
  const allowed = await must(publishAsset(alice(), { draft: gaussianProcess(samples.url) }))
  const other = await must(
    publishAsset(alice(), { draft: { ...gaussianProcess(samples.url), pricing: { type: 'free' } } }),
  )
  const compute = {
    allowRawAlgorithm: false,
    allowNetworkAccess: false,
    trustedAlgorithms: [{ did: allowed.value.did }],
  }
  const data = await must(
    publishAsset(alice(), { draft: { ...braninDataset(samples.url), compute, pricing: { type: 'free' } } }),
  )
  const environment = await freeEnvironment()
  const draft = {
    datasets: [{ did: data.value.did }],
    algorithm: { did: other.value.did },
    environmentId: environment.id,
  }
  const { error, trace } = await runFlow(startCompute(bob(), { draft }))
  expect(error).toMatchObject({ name: 'ComputeRefusedError', kind: 'algorithmNotTrusted' })
  expect(trace).toEqual([])
})

test('a job can be stopped by its owner', async () => {
  const free = { pricing: { type: 'free' as const } }
  const algorithm = await must(publishAsset(alice(), { draft: { ...gaussianProcess(samples.url), ...free } }))
  const data = await must(publishAsset(alice(), { draft: { ...braninDataset(samples.url), ...free } }))
  const client = bob()
  const draft = {
    datasets: [{ did: data.value.did }],
    algorithm: { did: algorithm.value.did },
    environmentId: (await freeEnvironment()).id,
  }
  const { value } = await must(startCompute(client, { draft }))
  const stopped = await must(stopJob(client, { jobId: value.jobId }))
  expect(stopped.plan).toEqual([])
  expect(stopped.value.job).toMatchObject({ jobId: value.jobId, stopRequested: true })
  await devnet.idle()
})

test('an access service is ordered and downloaded', async () => {
  const { value } = await must(publishAsset(alice(), { draft: braninDataset(samples.url) }))
  const to = devnet.actors.bob.address
  await must(
    acquire(alice(), { draft: { method: 'mint', mints: [{ datatoken: value.datatoken, to, amount: token }] } }),
  )
  const client = bob()
  const subject = { did: value.did, serviceId: '0' }
  const quote = await initialize(client, { ...subject, consumerAddress: to })
  if (!quote.providerFee) throw new Error('There is no quote.')
  const order = { datatoken: value.datatoken, consumer: to, serviceIndex: 0, providerFee: quote.providerFee }
  const transferTxId = await sendCall(client, buildStartOrder(order))
  await waitForTransaction(client, { hash: transferTxId })
  const file = await downloadFile(client, { ...subject, transferTxId })
  expect(file.filename).toBe('branin.arff')
  expect(new TextDecoder().decode(file.bytes)).toContain('@relation')
})

test('a session is opened with one signature, closed with another, and then of no use', async () => {
  const client = bob()
  const session = await createAuthToken(client)
  expect(session?.token.split('.')).toHaveLength(3)
  expect(getSession(client)).toEqual(session)
  await deleteAuthToken(client)
  expect(getSession(client)).toBeUndefined()
  if (session) client.sessions.set({ providerUrl: devnet.provider.url, address: devnet.actors.bob.address }, session)
  await expect(getComputeResult(client, { jobId: 'none', index: 0 })).rejects.toMatchObject({
    name: 'SignatureRejectedError',
  })
  expect(getSession(client)).toBeUndefined()
})

test('files and assets are described as they are', async () => {
  const [file] = await getFileInfo(alice(), {
    file: { type: 'url', url: `${samples.url}/branin.arff` },
    checksum: true,
  })
  expect(file).toMatchObject({
    valid: true,
    filename: 'branin.arff',
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const [missing] = await getFileInfo(alice(), { file: { type: 'url', url: 'http://127.0.0.1:1/nothing' } })
  expect(missing?.valid).toBe(false)
  const found = await searchAssets(alice(), { query: { term: { 'metadata.type': 'algorithm' } }, size: 2 })
  expect(found.total).toBeGreaterThan(2)
  expect(found.assets).toHaveLength(2)
})
