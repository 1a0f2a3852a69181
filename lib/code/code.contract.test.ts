import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, createDevnet, type Devnet } from '@/devnet/createDevnet'
import { createActor } from '@/devnet/seed/createActor'
import { serveSamples } from '@/devnet/seed/serveSamples'
import { braninDataset, gaussianProcess } from '@/devnet/seed/tutorial'
import {
  type AcquireDraft,
  type Asset,
  type AssetDraft,
  getAccessOptions,
  getAsset,
  getComputeEnvironments,
  getComputeJob,
  getComputeJobs,
  getTokenBalance,
  type PricingChange,
  type PublishAssetReturnType,
  publishAsset,
} from '@/lib/ocean'
import { parseConfiguration } from '@/lib/parseConfiguration'
import { buildAcquireCode } from './buildAcquireCode'
import { buildAllowCode } from './buildAllowCode'
import { buildComputeCode } from './buildComputeCode'
import { buildJobCode } from './buildJobCode'
import { buildPriceCode } from './buildPriceCode'
import { buildPublishCode } from './buildPublishCode'
import { buildStateCode } from './buildStateCode'
import { buildUpdateCode } from './buildUpdateCode'
import type { Code, CodeNetwork } from './code'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const token = 10n ** 18n

let devnet: Devnet
let samples: Awaited<ReturnType<typeof serveSamples>>
let network: CodeNetwork
let folder: string

// A snippet stands where its import expects it: in a folder that has what the project's root has.
beforeAll(async () => {
  samples = await serveSamples()
  devnet = await createDevnet({ ports: { chain: 0, provider: 0, aquarius: 0 } })
  const configuration = parseConfiguration(JSON.parse(readFileSync(devnet.networksFile, 'utf8')))
  if (!configuration.ok) throw new Error('The devnet has written no configuration.')
  network = configuration.configuration.networks[0]
  folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  for (const name of ['lib', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name))
  const types = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { incremental: false, types: ['node'] },
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ ...types, include: ['*.ts', join(root, 'types/*.d.ts')] }),
  )
})
afterAll(async () => {
  await devnet?.close()
  await samples?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

async function publish(draft: AssetDraft) {
  const flow = publishAsset(createActor(devnet, devnet.actors.alice), { draft })
  for (;;) {
    const next = await flow.next()
    if (next.done) return next.value
  }
}

let written = 0

/** Runs the TypeScript as somebody would who pasted it into a file, and has Python read the other. */
async function execute(code: Code, { privateKey }: Actor): Promise<string> {
  written++
  const python = join(folder, `snippet${written}.py`)
  writeFileSync(python, code.python)
  await run('/usr/bin/python3', ['-m', 'py_compile', python])
  writeFileSync(join(folder, `snippet${written}.ts`), code.typescript)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', `snippet${written}.ts`], {
    cwd: folder,
    env: { ...process.env, PRIVATE_KEY: privateKey },
  })
  return stdout.trim().split('\n').at(-1) ?? ''
}

const client = () => createActor(devnet, devnet.actors.bob)
const balance = (datatoken: `0x${string}`) =>
  getTokenBalance(client(), { token: datatoken, account: devnet.actors.bob.address })
const getCompute = ({ services }: Asset) => services.find(({ type }) => type === 'compute')?.compute

let data: PublishAssetReturnType
let algorithm: PublishAssetReturnType
let sold: PublishAssetReturnType
beforeAll(async () => {
  const { Ocean: baseToken } = devnet.chain.contracts
  data = await publish({ ...braninDataset(samples.url), pricing: { type: 'free', template: 1 } })
  algorithm = await publish(gaussianProcess(samples.url))
  const pricing = { type: 'fixed', price: token, baseToken, template: 1 } as const
  sold = await publish({ ...gaussianProcess(samples.url), name: 'For sale', pricing })
})

test('the snippets of an allow-list add and remove algorithms and publishers', async () => {
  const { alice } = devnet.actors
  const draft = {
    did: data.did,
    add: [{ did: algorithm.did }, { did: sold.did }],
    addPublishers: [alice.address],
  }
  const transactionHash = await execute(buildAllowCode({ network, dataset: data.asset, draft }), alice)
  const dataset = await getAsset(client(), { did: data.did })
  expect(dataset.event.tx).toBe(transactionHash)
  const compute = getCompute(dataset)
  expect(compute?.publisherTrustedAlgorithms?.map(({ did }) => did)).toEqual([algorithm.did, sold.did])
  expect(compute?.publisherTrustedAlgorithmPublishers?.map((text) => text.toLowerCase())).toEqual([
    alice.address.toLowerCase(),
  ])
  const removal = { did: data.did, remove: [sold.did], removePublishers: [alice.address] }
  await execute(buildAllowCode({ network, dataset, draft: removal }), alice)
  const shorter = getCompute(await getAsset(client(), { did: data.did }))
  expect(shorter?.publisherTrustedAlgorithms?.map(({ did }) => did)).toEqual([algorithm.did])
  expect(shorter?.publisherTrustedAlgorithmPublishers).toEqual([])
})

test('the snippets of tokens issue, take and buy them', async () => {
  const { alice, bob } = devnet.actors
  const { Ocean } = devnet.chain.contracts
  const acquire = (chosen: AcquireDraft, actor: Actor) => execute(buildAcquireCode({ network, draft: chosen }), actor)
  const mints = [{ datatoken: algorithm.datatoken, to: bob.address, amount: (3n * token) / 2n }]
  await acquire({ method: 'mint', mints }, alice)
  expect(await balance(algorithm.datatoken)).toBe((3n * token) / 2n)
  await acquire({ method: 'dispense', datatoken: data.datatoken }, bob)
  expect(await balance(data.datatoken)).toBe(token)
  const { exchangeId } = sold
  if (!exchangeId) throw new Error('There is no price.')
  const before = await balance(Ocean)
  await acquire({ method: 'buy', datatoken: sold.datatoken, exchangeId }, bob)
  expect(await balance(sold.datatoken)).toBe(token)
  expect(await balance(Ocean)).toBeLessThanOrEqual(before - token)
})

test('the snippet of a job pays for it, starts it and names it', async () => {
  const { bob } = devnet.actors
  const environment = (await getComputeEnvironments(client())).find(({ free }) => free)
  if (!environment) throw new Error('There is no free environment.')
  const jobId = await execute(
    buildComputeCode({
      ...{ network, dataset: data.asset, algorithm: algorithm.asset, environment, validity: 3600 },
      draft: {
        datasets: [{ did: data.did, userdata: { note: 'a "quoted" word' } }],
        algorithm: { did: algorithm.did, algocustomdata: { exact: true } },
        environmentId: environment.id,
      },
    }),
    bob,
  )
  await devnet.idle()
  expect(await getComputeJob(client(), { jobId, owner: bob.address })).toMatchObject({
    phase: 'succeeded',
    datasetDids: [data.did],
    algorithmDid: algorithm.did,
  })
})

test('the snippet of publishing both makes an algorithm, and a dataset that trusts it with all that was filled in', async () => {
  const { alice, bob } = devnet.actors
  const { Ocean: baseToken } = devnet.chain.contracts
  const compute = { allowRawAlgorithm: false, allowNetworkAccess: true, trustedAlgorithms: [], trustedPublishers: [] }
  const parameter = { name: 'n', type: 'number', label: 'N', required: true, description: '', default: '1' } as const
  const consumerParameters = [parameter]
  const draft: AssetDraft = {
    ...braninDataset(samples.url),
    ...{ name: 'From "code"', tags: ['a'], links: ['https://example.org'], timeout: 60, compute },
    pricing: { type: 'fixed', price: 2n * token, baseToken },
    credentials: { deny: [bob.address] },
    services: [
      { type: 'compute', name: 'Run', compute, consumerParameters },
      {
        type: 'access',
        timeout: 0,
        files: [{ type: 'url', url: `${samples.url}/iris.csv`, headers: { 'x-key': 'a' } }],
      },
    ],
  }
  const code = buildPublishCode({ network, drafts: [gaussianProcess(samples.url), draft] })
  const did = await execute(code, alice)
  const made = await getAsset(client(), { did })
  expect(made).toMatchObject({
    metadata: { name: 'From "code"', tags: ['a'], links: ['https://example.org'] },
    credentials: { allow: [], deny: [{ type: 'address', values: [bob.address] }] },
    services: [
      { type: 'compute', name: 'Run', timeout: 60, consumerParameters, compute: { allowNetworkAccess: true } },
      { type: 'access', timeout: 0 },
    ],
  })
  const [trusted] = made.services[0]?.compute?.publisherTrustedAlgorithms ?? []
  expect((await getAsset(client(), { did: trusted?.did ?? '' })).metadata.type).toBe('algorithm')
  expect(code.python).toContain('services[0].add_publisher_trusted_algorithm(algorithm)')
})

test('the snippets of an owner change document, state and price, and keep the state', async () => {
  const { alice, bob } = devnet.actors
  const { did, dataNft, datatoken } = sold
  await execute(buildStateCode({ network, did, dataNft, state: 5 }), alice)
  const asset = await getAsset(client(), { did })
  const changes = {
    metadata: { name: 'Renamed', tags: ['b'] },
    credentials: { allow: [bob.address], deny: [] },
    services: [{ id: '0', timeout: 7, files: [{ type: 'url' as const, url: `${samples.url}/linecount.py` }] }],
  }
  const code = buildUpdateCode({ network, asset, changes })
  await execute(code, alice)
  expect(await getAsset(client(), { did })).toMatchObject({
    ...{ metadata: { name: 'Renamed', tags: ['b'] }, nft: { state: 5 }, services: [{ timeout: 7 }] },
    credentials: { allow: [{ type: 'address', values: [bob.address] }], deny: [] },
  })
  expect(code.python).toContain('.setMetaDataState(5, {"from": alice})')
  const { exchangeId } = sold
  if (!exchangeId) throw new Error('There is no price.')
  const options = () => getAccessOptions(client(), { datatoken, account: bob.address })
  const price = (change: PricingChange) => execute(buildPriceCode({ network, datatoken, change, decimals: 18 }), alice)
  const before = (await options()).fixedRates[0]?.price ?? 0n
  await price({ method: 'setRate', exchangeId, price: 2n * token })
  expect((await options()).fixedRates[0]?.price).toBe(2n * before)
  await price({ method: 'giveAway', datatoken })
  expect((await options()).dispenser).toBeDefined()
})

test('the snippet of a job that has started follows it to its end and keeps its files', async () => {
  const { bob } = devnet.actors
  const [job] = await getComputeJobs(client(), { owner: bob.address })
  if (!job) throw new Error('There is no job.')
  // As it stood while it ran: the snippet offers to stop it, and waits.
  const code = buildJobCode({ network, providerUrl: devnet.provider.url, job: { ...job, ended: false } })
  expect(await execute(code, bob)).toBe(`succeeded ${job.results.length}`)
  for (const { filename, size } of job.results) expect(statSync(join(folder, filename)).size).toBe(size)
})

test('all snippets are well typed', async () => {
  const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder]
  const faults = await run(process.execPath, compiler).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
  expect(faults).toBe('')
})
