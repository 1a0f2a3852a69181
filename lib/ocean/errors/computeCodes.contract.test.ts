import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '@/devnet/chain/accounts'
import type { JsonObject } from '@/devnet/provider/json'
import { container, createWorld, type Published, type World } from '@/devnet/provider/tests/createWorld'
import { erc721TemplateAbi } from '../abis/erc721TemplateAbi'
import { toProviderError } from '../clients/toProviderError'
import { computeCodeCatalogue, computeTextCatalogue } from './computeCodeCatalogue'

let world: World
let bob: string
let algorithm: Published
let data: Published
let free: { data: string; algorithm: string }

const sum = createHash('sha256').update('print(1)').digest('hex')
const trusted = () => ({ did: algorithm.did, filesChecksum: sum })
const offer = (options: JsonObject = {}, more: JsonObject = {}, ddo: JsonObject = {}) =>
  world.publish({ services: [{ type: 'compute', compute: { allowRawAlgorithm: false, ...options }, ...more }], ddo })
const item = (asset: { did: string }, more: JsonObject = {}) => ({ documentId: asset.did, serviceId: '0', ...more })
const unknown = { did: `did:op:${'0'.repeat(64)}` }
const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600

type Change = { data?: { did: string }; algorithm?: JsonObject; environment?: string; validUntil?: number }

function quote({ environment = 'free', validUntil = inAnHour(), ...change }: Change = {}): Promise<Response> {
  return world.post('/api/services/initializeCompute', {
    datasets: [item(change.data ?? data)],
    algorithm: change.algorithm ?? item(algorithm),
    compute: { env: environment, validUntil },
    consumerAddress: world.accountOf(roles.compute).address,
  })
}

async function start(change: JsonObject = {}, asset: { did: string } = data): Promise<Response> {
  const signed = await world.sign(roles.bob, [bob, asset.did])
  return world.post('/api/services/compute', {
    dataset: item(asset, { transferTxId: free.data }),
    algorithm: item(algorithm, { transferTxId: free.algorithm }),
    ...{ environment: 'free', consumerAddress: bob, ...signed, ...change },
  })
}

const initialize = (query: Record<string, string>) =>
  world.request(
    `/api/services/initialize?${new URLSearchParams({
      ...{ documentId: data.did, serviceId: '0', consumerAddress: bob },
      ...query,
    })}`,
  )

async function order() {
  const quoted = await (await quote()).json()
  const consumer = world.accountOf(roles.compute).address
  return {
    data: await world.order({ asset: data, fee: quoted.datasets[0].providerFee, consumer }),
    algorithm: await world.order({ asset: algorithm, fee: quoted.algorithm.providerFee, consumer }),
  }
}

beforeAll(async () => {
  world = await createWorld()
  bob = world.accountOf(roles.bob).address
  world.serveText('/data.csv', 'a,b\n')
  const url = world.serveText('/algorithm.py', 'print(1)')
  algorithm = await world.publish({
    files: [{ type: 'url', url }],
    ddo: { metadata: { type: 'algorithm', name: 'a', algorithm: { container } } },
  })
  data = await offer({ publisherTrustedAlgorithms: [trusted()] })
  free = await order()
})
afterAll(() => world.close())

const raw = (meta: JsonObject) => ({ meta: { rawcode: 'print(1)', container, ...meta } })
const open = () => offer({ allowRawAlgorithm: true })
const credentials = (list: 'allow' | 'deny', address: string) => ({
  credentials: { [list]: [{ type: 'address', values: [address] }] },
})

const codes: Record<string, () => Promise<Response>> = {
  invalid: () => start({ output: '{' }),
  missing: () => quote({ algorithm: { documentId: algorithm.did } }),
  did_not_found: () => quote({ data: unknown }),
  file_unavailable: () => start({ algorithm: item(unknown, { transferTxId: free.algorithm }) }),
  not_algo: () => start({ algorithm: item(data, { transferTxId: free.algorithm }) }),
  not_found: () => start({ dataset: item(data, { serviceId: '9', transferTxId: free.data }) }),
  service_not_access_compute: async () => quote({ data: await offer({}, { type: 'wss' }) }),
  main_service_compute: async () => quote({ data: await world.publish() }),
  compute_services_not_in_same_provider: async () =>
    quote({ data: await offer({}, { files: (data.ddo.services as JsonObject[])[0]?.files ?? '' }) }),
  no_raw_algo_allowed: () => quote({ algorithm: raw({}) }),
  not_trusted_algo_publisher: async () => quote({ data: await offer({ publisherTrustedAlgorithmPublishers: [bob] }) }),
  not_trusted_algo: async () =>
    quote({ data: await offer({ publisherTrustedAlgorithms: [{ ...trusted(), did: unknown.did }] }) }),
  no_publisherTrustedAlgorithms: async () =>
    quote({ data: await offer({ publisherTrustedAlgorithms: [{ filesChecksum: sum }] }) }),
  algorithm_file_checksum_mismatch: async () =>
    quote({ data: await offer({ publisherTrustedAlgorithms: [{ ...trusted(), filesChecksum: 'ab' }] }) }),
  algorithm_container_checksum_mismatch: async () =>
    quote({
      data: await offer({ publisherTrustedAlgorithms: [{ ...trusted(), containerSectionChecksum: 'ab' }] }),
    }),
  order_invalid: () => start({ environment: 'paid' }),
  in_use_or_not_on_chain: () => start({ algorithm: item(algorithm, { transferTxId: data.transaction }) }),
  meta_oneof_url_rawcode_remote: async () => quote({ data: await open(), algorithm: { meta: { container } } }),
  missing_entrypoint_image_checksum: async () =>
    quote({ data: await open(), algorithm: raw({ container: { ...container, checksum: '' } }) }),
  checksum_prefix: async () =>
    quote({ data: await open(), algorithm: raw({ container: { ...container, checksum: '1234' } }) }),
  fees_not_paid: async () => {
    // The second dataset of a request is quoted without a fee, and its order is then named alone.
    const second = await offer({ publisherTrustedAlgorithms: [trusted()] })
    const response = await world.post('/api/services/initializeCompute', {
      datasets: [item(data), item(second)],
      algorithm: item(algorithm),
      compute: { env: 'paid', validUntil: inAnHour() },
      consumerAddress: world.accountOf(roles.compute).address,
    })
    const quoted = await response.json()
    const consumer = world.accountOf(roles.compute).address
    const [dataTx, algorithmTx] = [
      await world.order({ asset: second, fee: quoted.datasets[1].providerFee, consumer }),
      await world.order({ asset: algorithm, fee: quoted.algorithm.providerFee, consumer }),
    ]
    const dataset = item(second, { transferTxId: dataTx })
    return start({ environment: 'paid', dataset, algorithm: item(algorithm, { transferTxId: algorithmTx }) }, second)
  },
  'The validUntil value is not correct': () => quote({ validUntil: 1_000_000_000 }),
  'Compute environment does not exist': () => quote({ environment: 'nowhere' }),
  'DID is not a valid algorithm': () => quote({ algorithm: item(data) }),
  CREDENTIAL_IN_DENY_LIST: async () =>
    initialize({ documentId: (await world.publish({ ddo: credentials('deny', bob) })).did }),
  CREDENTIAL_NOT_IN_ALLOW_LIST: async () =>
    initialize({ documentId: (await world.publish({ ddo: credentials('allow', `0x${'12'.repeat(20)}`) })).did }),
  ASSET_DISABLED: async () => initialize({ documentId: (await withState(2)).did }),
  'Asset is not consumable': async () => {
    const asset = await world.publish()
    const hash = await world.walletOf(roles.alice).writeContract({
      ...{ address: asset.nft, abi: erc721TemplateAbi, functionName: 'setMetaDataState', args: [1] },
    })
    await world.client.waitForTransactionReceipt({ hash })
    return initialize({ documentId: asset.did })
  },
  'Asset malformed or disabled': async () => {
    const asset = await world.publish()
    world.assets.set(asset.did, { ...world.assets.get(asset.did), nft: {} })
    return initialize({ documentId: asset.did })
  },
  'Unable to get dataset files': async () => {
    const { did } = await offer({}, { files: '0x1234' })
    return world.post('/api/services/fileinfo', { did, serviceId: '0' })
  },
  'Cannot resolve DID': () => initialize({ documentId: unknown.did }),
  'Invalid serviceId': () => initialize({ serviceId: '9' }),
}

async function withState(state: number): Promise<Published> {
  const asset = await world.publish()
  const known = world.assets.get(asset.did)
  world.assets.set(asset.did, { ...known, nft: { ...(known?.nft as JsonObject), state } })
  return asset
}

const unreachable: Record<string, string> = {
  missing_meta_documentId: 'the check of fields comes first and says the same',
  'Environment invalid or does not exist': 'orders of another environment are refused first',
  'already in use for other job': 'said by the compute backend, whose own tests provoke it',
}

test('every code and sentence of the catalogue is provoked below, or is known not to be said by this Provider', () => {
  const texts = [...Object.keys(computeCodeCatalogue), ...computeTextCatalogue.map(([text]) => text)]
  expect([...Object.keys(codes), ...Object.keys(unreachable)].sort()).toEqual(texts.sort())
})

test.each(Object.entries(codes))('“%s” is what the Provider says', async (text, provoke) => {
  const response = await provoke()
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  const { status, headers } = response
  const error = toProviderError({ url: 'http://provider.test/', status, headers, bytes })
  const kind = computeCodeCatalogue[text] ?? computeTextCatalogue.find(([known]) => known === text)?.[1]
  expect(await response.text()).toContain(text)
  expect([status, error]).toMatchObject([400, { kind }])
})
