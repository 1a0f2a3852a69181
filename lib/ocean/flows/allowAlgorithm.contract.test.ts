import { UserRejectedRequestError } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { buildSetMetadata } from '../actions/chain/buildSetMetadata'
import { getMetadata } from '../actions/chain/getMetadata'
import { sendCall } from '../clients/sendCall'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft } from '../types/draft'
import { allowAlgorithm } from './allowAlgorithm'
import { publishAsset } from './publishAsset'
import { updateAsset } from './updateAsset'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
beforeEach(() => {
  bench.services.intercept = undefined
})
afterAll(() => bench[Symbol.asyncDispose]())

const common = { files: [{ type: 'url' as const, url: 'https://example.org/file' }] }
const container = { entrypoint: 'python $ALGO', image: 'image', tag: 'tag', checksum: `sha256:${'0'.repeat(64)}` }
const algorithmDraft: AssetDraft = { ...common, type: 'algorithm', name: 'Algorithm', algorithm: { container } }

async function publish(draft: AssetDraft) {
  const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft }))
  if (!value) throw error
  return value
}

const listOf = (
  asset: { services: { compute?: { publisherTrustedAlgorithms: { did: string }[] } | undefined }[] } | undefined,
) => asset?.services[1]?.compute?.publisherTrustedAlgorithms

test('an algorithm is pinned to its files and its container, with one prompt', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const algorithm = await publish(algorithmDraft)
  const alice = bench.connect(3)
  const run = await runFlow(allowAlgorithm(alice.client, { draft: { did: data.did, add: [{ did: algorithm.did }] } }))
  expect(run.error).toBeUndefined()
  expect(run.plan.map(({ step }) => step)).toEqual(['publish'])
  expect(alice.prompts).toEqual({ transactions: 1, signatures: 0 })
  expect(listOf(run.value?.asset)).toEqual([
    {
      did: algorithm.did,
      filesChecksum: 'ab'.repeat(32),
      containerSectionChecksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ])
})

test('several are added, repaired and removed in one transaction, publishers too', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const [first, second] = [await publish(algorithmDraft), await publish(algorithmDraft)]
  const alice = bench.connect(3)
  const publisher = bench.connect(5).address
  await runFlow(
    allowAlgorithm(alice.client, { draft: { did: data.did, add: [{ did: first.did }], addPublishers: [publisher] } }),
  )
  bench.services.intercept = ({ path }) =>
    path === '/fileinfo'
      ? new Response(JSON.stringify([{ index: 0, type: 'url', valid: true, checksum: 'cd'.repeat(32) }]))
      : undefined
  const draft = { did: data.did, add: [{ did: first.did }, { did: second.did }], removePublishers: [publisher] }
  const changed = await runFlow(allowAlgorithm(alice.client, { draft }))
  expect(listOf(changed.value?.asset)).toMatchObject([
    { did: first.did, filesChecksum: 'cd'.repeat(32) },
    { did: second.did, filesChecksum: 'cd'.repeat(32) },
  ])
  expect(changed.value?.service.compute?.publisherTrustedAlgorithmPublishers).toEqual([])
  const removed = await runFlow(allowAlgorithm(alice.client, { draft: { did: data.did, remove: [first.did] } }))
  expect(listOf(removed.value?.asset)).toMatchObject([{ did: second.did }])
})

test('without a checksum nothing is written', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const algorithm = await publish(algorithmDraft)
  const alice = bench.connect(3)
  bench.services.intercept = ({ path }) =>
    path === '/fileinfo' ? new Response(JSON.stringify([{ index: 0, type: 'url', valid: true }])) : undefined
  const { error } = await runFlow(
    allowAlgorithm(alice.client, { draft: { did: data.did, add: [{ did: algorithm.did }] } }),
  )
  expect(error).toMatchObject({ step: 'checksum', spent: false, cause: { name: 'ChecksumMissingError' } })
  expect(alice.prompts.transactions).toBe(0)
})

test('a dataset can trust the algorithm from its first document on', async () => {
  const algorithm = await publish(algorithmDraft)
  const compute = { allowRawAlgorithm: false, allowNetworkAccess: false, trustedAlgorithms: [{ did: algorithm.did }] }
  const data = await publish({ ...common, type: 'dataset', name: 'Data', compute })
  expect(listOf(data.asset)).toMatchObject([{ did: algorithm.did, filesChecksum: 'ab'.repeat(32) }])
})

test('saving the list keeps the state and everything else in the document', async () => {
  const data = await publish({
    ...common,
    type: 'dataset',
    name: 'Data',
    additionalInformation: { mine: [1, { two: null }] },
  })
  const algorithm = await publish(algorithmDraft)
  const alice = bench.connect(3)
  const unlisted = await runFlow(
    updateAsset(alice.client, { did: data.did, changes: { metadata: { name: 'Renamed' } } }),
  )
  const stored = unlisted.value?.asset
  expect(stored?.metadata).toMatchObject({ name: 'Renamed', additionalInformation: { mine: [1, { two: null }] } })
  const bytes = bench.services.requests.filter(({ path }) => path.endsWith('/validate')).at(-1)?.body as Uint8Array
  const text = new TextDecoder().decode(bytes)
  expect(Object.keys(JSON.parse(text))).not.toContain('event')
  const hash = await sendCall(
    alice.client,
    buildSetMetadata({
      dataNft: data.dataNft,
      state: 5,
      decryptorUrl: bench.services.providerUrl,
      decryptorAddress: alice.address,
      flags: '0x02',
      data: `0x${Buffer.from(text).toString('hex')}`,
      hash: `0x${'00'.repeat(32)}`,
      proofs: [],
    }),
  )
  await bench.publicClient.waitForTransactionReceipt({ hash })
  const { error, value } = await runFlow(
    allowAlgorithm(alice.client, { draft: { did: data.did, add: [{ did: algorithm.did }] } }),
  )
  expect(error).toBeUndefined()
  expect(value?.asset.metadata.name).toBe('Renamed')
  expect(await getMetadata(alice.client, { dataNft: data.dataNft })).toMatchObject({ state: 5 })
})

test('somebody else may not change the list, and learns it before the prompt', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const bob = bench.connect(4)
  const { error } = await runFlow(
    allowAlgorithm(bob.client, { draft: { did: data.did, addPublishers: [bob.address] } }),
  )
  expect(error).toMatchObject({ step: 'publish', cause: { kind: 'notMetadataUpdater' } })
  expect(bob.prompts.transactions).toBe(0)
})

test('after a rejected prompt the list is written with one prompt more', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const alice = bench.connect(3)
  alice.next = () => {
    throw new UserRejectedRequestError(new Error('No.'))
  }
  const draft = { did: data.did, addPublishers: [alice.address] }
  const first = await runFlow(allowAlgorithm(alice.client, { draft }))
  const second = await runFlow(allowAlgorithm(alice.client, { draft, checkpoint: first.checkpoint }))
  expect(second.error).toBeUndefined()
  expect(second.value?.service.compute?.publisherTrustedAlgorithmPublishers).toEqual([alice.address])
})

test('files of a service are replaced without touching the others', async () => {
  const data = await publish({ ...common, type: 'dataset', name: 'Data' })
  const alice = bench.connect(3)
  const files = [{ type: 'ipfs' as const, hash: 'Qm' }]
  const changes = { services: [{ id: '1', files, timeout: 60, compute: { allowRawAlgorithm: true } }] }
  const { value } = await runFlow(updateAsset(alice.client, { did: data.did, changes }))
  const [access, compute] = value?.asset.services ?? []
  expect(access).toEqual(data.asset.services[0])
  expect(compute).toMatchObject({ timeout: 60, compute: { allowRawAlgorithm: true, allowNetworkAccess: false } })
  expect(JSON.parse(Buffer.from(compute?.files.slice(2) ?? '', 'hex').toString())).toMatchObject({
    files,
    nftAddress: data.dataNft,
  })
})
