import { expect } from 'vitest'
import type { Asset } from '../createPublisher'
import { type CaseContext, type ConformanceCase, unknownDid } from './types'

const hex = (bytes: number) => expect.stringMatching(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`))
const same = (address: string) => expect.stringMatching(new RegExp(`^${address}$`, 'i'))

async function initialize({ provider, people }: CaseContext, did: string, more: Record<string, string> = {}) {
  const query = { documentId: did, serviceId: '0', consumerAddress: people.consumer.address, ...more }
  const { status, json } = await provider('/api/services/initialize', { query })
  return { status, json }
}

type ComputeParameters = {
  data: Asset | string
  algorithm?: Asset | object
  transactions?: [string, string?]
  until?: number
  environment?: string
  asEnvironment?: boolean
}

async function initializeCompute(context: CaseContext, parameters: ComputeParameters) {
  const { provider, free, people } = context
  const {
    data,
    algorithm = context.assets.trusted,
    transactions = [],
    environment = free.id,
    asEnvironment,
  } = parameters
  const [dataTx, algorithmTx] = transactions
  const { status, json } = await provider('/api/services/initializeCompute', {
    json: {
      datasets: [
        {
          documentId: typeof data === 'string' ? data : data.did,
          serviceId: '1',
          ...(dataTx ? { transferTxId: dataTx } : {}),
        },
      ],
      algorithm:
        'did' in algorithm
          ? { documentId: algorithm.did, serviceId: '0', ...(algorithmTx ? { transferTxId: algorithmTx } : {}) }
          : algorithm,
      compute: { env: environment, validUntil: parameters.until ?? Math.floor(Date.now() / 1000) + 3_600 },
      consumerAddress: asEnvironment ? free.consumerAddress : people.consumer.address,
    },
  })
  return { status, json }
}

export const quoteCases: readonly ConformanceCase[] = [
  {
    id: 'Q1',
    title: 'a download is quoted with its datatoken and a signed fee of zero',
    async run(context) {
      const { data } = context.assets
      const { status, json } = await initialize(context, data.did)
      expect(status).toBe(200)
      expect(json.datatoken).toEqual(same(data.datatoken))
      expect(json.nonce === null || typeof json.nonce === 'string').toBe(true)
      expect(json).not.toHaveProperty('computeAddress')
      expect(json.providerFee).toMatchObject({
        providerFeeAddress: same(context.root.providerAddresses[context.chainId]),
        ...{ providerFeeToken: hex(20), providerFeeAmount: '0', validUntil: 0, r: hex(32), s: hex(32) },
        providerData: expect.stringMatching(/^0x7b22/),
      })
      expect([27, 28]).toContain(json.providerFee.v)
    },
  },
  {
    id: 'Q2',
    title: 'an asset nobody knows cannot be resolved',
    async run(context) {
      expect(await initialize(context, unknownDid)).toEqual({ status: 400, json: { error: 'Cannot resolve DID' } })
    },
  },
  {
    id: 'Q3',
    title: 'a compute service sends to initializeCompute',
    async run(context) {
      const { status, json } = await initialize(context, context.assets.data.did, { serviceId: '1' })
      expect(status).toBe(400)
      expect(json.error).toMatch(/^Provider .+: Use the initializeCompute endpoint to initialize compute jobs\.$/)
    },
  },
  {
    id: 'Q4',
    title: 'an unlisted asset can be ordered',
    async run(context) {
      const { status, json } = await initialize(context, context.assets.unlisted.did)
      expect({ status, datatoken: json.datatoken }).toEqual({
        status: 200,
        datatoken: same(context.assets.unlisted.datatoken),
      })
    },
  },
  {
    id: 'Q5',
    title: 'whoever is not on the allow list is told so',
    async run(context) {
      const { did } = context.assets.allowing
      const { status, json } = await initialize(context, did)
      const denial = `Error: Access to asset ${did} was denied with code: ConsumableCodes.CREDENTIAL_NOT_IN_ALLOW_LIST.`
      expect({ status, error: json.error }).toEqual({ status: 400, error: expect.stringContaining(denial) })
    },
  },
  {
    id: 'Q6',
    title: 'without a file index the file is not looked at',
    async run(context) {
      const { status, json } = await initialize(context, context.assets.dead.did)
      expect({ status, datatoken: json.datatoken }).toEqual({
        status: 200,
        datatoken: same(context.assets.dead.datatoken),
      })
    },
  },
  {
    id: 'Q7',
    title: 'a transaction that is no order is passed over',
    async run(context) {
      const { data } = context.assets
      const { status, json } = await initialize(context, data.did, { transferTxId: data.transaction })
      expect({ status, datatoken: json.datatoken }).toEqual({ status: 200, datatoken: same(data.datatoken) })
      expect(json).not.toHaveProperty('validOrder')
    },
  },
  {
    id: 'Q8',
    title: 'a job in the free environment costs nothing for any of its parts',
    async run(context) {
      const { data, trusted } = context.assets
      const { status, json } = await initializeCompute(context, { data, asEnvironment: true })
      expect(status).toBe(200)
      const fee = { providerFeeAmount: '0', validUntil: expect.any(Number) }
      expect(json.datasets).toMatchObject([{ datatoken: same(data.datatoken), providerFee: fee }])
      expect(json.algorithm).toMatchObject({ datatoken: same(trusted.datatoken), providerFee: fee })
      expect(json.datasets[0].providerFee.validUntil).toBeGreaterThan(1_000_000)
      for (const item of [...json.datasets, json.algorithm]) expect(item).not.toHaveProperty('validOrder')
    },
  },
  {
    id: 'Q9',
    title: 'an environment nobody offers does not exist',
    async run(context) {
      const answer = await initializeCompute(context, { data: context.assets.data, environment: 'nowhere' })
      expect(answer).toEqual({ status: 400, json: { error: 'Compute environment does not exist' } })
    },
  },
  {
    id: 'Q10',
    title: 'a dataset is no algorithm',
    async run(context) {
      const { data, raw } = context.assets
      const answer = await initializeCompute(context, { data, algorithm: raw })
      expect(answer).toEqual({ status: 400, json: { error: 'DID is not a valid algorithm' } })
    },
  },
  {
    id: 'Q11',
    title: 'empty lists of trust let any published algorithm run',
    async run(context) {
      const { raw, untrusted } = context.assets
      const { status, json } = await initializeCompute(context, { data: raw, algorithm: untrusted })
      expect({ status, count: json.datasets?.length }).toEqual({ status: 200, count: 1 })
    },
  },
  {
    id: 'Q12',
    title: 'the algorithm of a publisher who is not trusted is refused, that of one who is is not',
    async run(context) {
      const { trustsOther, trustsPublisher } = context.assets
      expect(await initializeCompute(context, { data: trustsOther })).toEqual({
        ...{ status: 400, json: { error: { dataset: 'not_trusted_algo_publisher' } } },
      })
      expect((await initializeCompute(context, { data: trustsPublisher })).status).toBe(200)
    },
  },
  {
    id: 'Q13',
    title: 'a container section that differs from the trusted one is refused, and so are files',
    async run(context) {
      const { wrongContainer, wrongFile } = context.assets
      expect(await initializeCompute(context, { data: wrongContainer })).toEqual({
        ...{ status: 400, json: { error: { dataset: 'algorithm_container_checksum_mismatch' } } },
      })
      expect(await initializeCompute(context, { data: wrongFile })).toEqual({
        ...{ status: 400, json: { error: { dataset: 'algorithm_file_checksum_mismatch' } } },
      })
    },
  },
  {
    id: 'Q14',
    title: 'raw code, where it is allowed, has no fee of its own',
    async run(context) {
      const meta = { rawcode: 'print(1)', language: 'python', version: '0.1', container: context.container }
      const { status, json } = await initializeCompute(context, { data: context.assets.raw, algorithm: { meta } })
      expect({ status, count: json.datasets?.length }).toEqual({ status: 200, count: 1 })
      expect(json).not.toHaveProperty('algorithm')
    },
  },
  {
    id: 'Q15',
    title: 'a dataset nobody knows is named by its field',
    async run(context) {
      const answer = await initializeCompute(context, { data: unknownDid })
      expect(answer).toEqual({ status: 400, json: { error: { 'dataset.documentId': 'did_not_found' } } })
    },
  },
  {
    id: 'Q16',
    title: 'orders that still hold are handed back and cost nothing more',
    async run(context) {
      const { data, jobs } = context.assets
      const { data: dataTx, algorithm, until } = jobs.first
      const answer = await initializeCompute(context, {
        data,
        transactions: [dataTx, algorithm],
        until,
        asEnvironment: true,
      })
      const json = { datasets: [{ validOrder: dataTx }], algorithm: { validOrder: algorithm } }
      expect(answer).toEqual({ status: 200, json })
    },
  },
  {
    id: 'Q17',
    title: 'a transaction id that cannot be one counts as no order',
    async run(context) {
      const { data } = context.assets
      const { status, json } = await initializeCompute(context, {
        data,
        transactions: ['no_such_thing'],
        asEnvironment: true,
      })
      expect(status).toBe(200)
      expect(json.datasets).toMatchObject([{ datatoken: same(data.datatoken), providerFee: expect.any(Object) }])
      expect(json.datasets[0]).not.toHaveProperty('validOrder')
    },
  },
]
