import { expect } from 'vitest'
import type { JobOrder } from '../createConformanceWorld'
import type { Asset } from '../createPublisher'
import { type CaseContext, type ConformanceCase, fieldErrors, nothingToVerify, unknownDid } from './types'

type StartParameters = {
  data?: Asset | string
  serviceId?: string
  algorithm?: Asset | object
  order?: Pick<JobOrder, 'data' | 'algorithm'>
  additionalDatasets?: object[]
  unsigned?: boolean
  headers?: Record<string, string>
}

/** Starts a job as the consumer, in the free environment. */
export async function start(context: CaseContext, parameters: StartParameters = {}) {
  const { assets, people, free, signedCall } = context
  const { data = assets.data, algorithm = assets.trusted, order = assets.jobs.first, serviceId = '1' } = parameters
  const { additionalDatasets, unsigned = false, headers = {} } = parameters
  const did = typeof data === 'string' ? data : data.did
  const consumerAddress = people.consumer.address
  const { status, json } = await signedCall('/api/services/compute', {
    json: {
      dataset: { documentId: did, serviceId, transferTxId: order.data },
      ...(additionalDatasets ? { additionalDatasets } : {}),
      algorithm:
        'did' in algorithm ? { documentId: algorithm.did, serviceId: '0', transferTxId: order.algorithm } : algorithm,
      ...{ environment: free.id, consumerAddress },
    },
    ...{ parts: [consumerAddress, did], unsigned, headers },
  })
  return { status, json }
}

const refused = (error: object) => ({ status: 400, json: { error } })

export const startCases: readonly ConformanceCase[] = [
  {
    id: 'S1',
    title: 'a job that is paid for and trusted starts and is described',
    async run(context) {
      const { data, trusted } = context.assets
      const { status, json } = await start(context)
      expect(status).toBe(200)
      expect(json).toMatchObject([
        {
          ...{ jobId: expect.any(String), agreementId: expect.any(String), owner: context.people.consumer.address },
          ...{ status: expect.any(Number), statusText: expect.any(String), dateFinished: null },
          ...{ algoDID: trusted.did, inputDID: [data.did], stopreq: 0, removed: 0 },
        },
      ])
      expect(['string', 'number']).toContain(typeof json[0].dateCreated)
      expect(json[0].results === '' || Array.isArray(json[0].results)).toBe(true)
    },
  },
  {
    id: 'S2',
    title: 'without signature or token there is nothing to verify',
    async run(context) {
      const { status, json } = await start(context, { unsigned: true })
      expect({ status, json }).toEqual({ status: 400, json: fieldErrors({ signature: nothingToVerify }) })
    },
  },
  {
    id: 'S3',
    title: 'an algorithm that is not trusted does not start',
    async run(context) {
      expect(await start(context, { algorithm: context.assets.untrusted })).toEqual(
        refused({ dataset: 'not_trusted_algo' }),
      )
    },
  },
  {
    id: 'S4',
    title: 'another’s order does not pay for mine',
    async run(context) {
      const { first, others } = context.assets.jobs
      const order = { data: others.data, algorithm: first.algorithm }
      expect(await start(context, { order })).toEqual(refused({ 'dataset.serviceId': 'order_invalid' }))
    },
  },
  {
    id: 'S5',
    title: 'a dataset nobody knows is named by its field',
    async run(context) {
      expect(await start(context, { data: unknownDid })).toEqual(refused({ 'dataset.documentId': 'did_not_found' }))
    },
  },
  {
    id: 'S6',
    title: 'the main dataset is computed on, not downloaded',
    async run(context) {
      const { access, jobs } = context.assets
      const order = { data: access.data, algorithm: jobs.first.algorithm }
      const answer = await start(context, { serviceId: '0', order })
      expect(answer).toEqual(refused({ 'dataset.serviceId': 'main_service_compute' }))
    },
  },
  {
    id: 'S7',
    title: 'an additional dataset without a name is found by its position',
    async run(context) {
      const { first, spare } = context.assets.jobs
      const additionalDatasets = [{ serviceId: '1', transferTxId: first.data }]
      const answer = await start(context, { order: spare, additionalDatasets })
      expect(answer).toEqual(refused({ 'datasets[1].documentId': 'missing' }))
    },
  },
  {
    id: 'S8',
    title: 'the algorithm’s service must be named',
    async run(context) {
      const { trusted, jobs } = context.assets
      const algorithm = { documentId: trusted.did, transferTxId: jobs.first.algorithm }
      expect(await start(context, { algorithm })).toEqual(refused({ 'algorithm.serviceId': 'missing' }))
    },
  },
  {
    id: 'S9',
    title: 'raw code needs a whole container',
    async run(context) {
      const { raw, jobs } = context.assets
      const algorithm = { meta: { rawcode: 'print(1)', container: {} } }
      const answer = await start(context, { data: raw, algorithm, order: jobs.raw })
      expect(answer).toEqual(refused({ 'algorithm.container': 'missing_entrypoint_image_checksum' }))
    },
  },
  {
    id: 'S10',
    title: 'a raw algorithm needs code or a URL',
    async run(context) {
      const { raw, jobs } = context.assets
      const algorithm = { meta: { rawcode: '', container: context.container } }
      const answer = await start(context, { data: raw, algorithm, order: jobs.raw })
      expect(answer).toEqual(refused({ algorithm: 'meta_oneof_url_rawcode_remote' }))
    },
  },
  {
    id: 'S11',
    title: 'raw code starts, where it is allowed, with the dataset’s order alone',
    async run(context) {
      const { raw, jobs } = context.assets
      const algorithm = {
        meta: { rawcode: 'print(1)', language: 'python', version: '0.1', container: context.container },
      }
      const { status, json } = await start(context, { data: raw, algorithm, order: jobs.raw })
      expect(status).toBe(200)
      expect(json).toMatchObject([{ jobId: expect.any(String), inputDID: [raw.did] }])
    },
  },
  {
    id: 'S12',
    title: 'a token stands in for the signature',
    async run(context) {
      const { signedCall, people, assets } = context
      const { address } = people.consumer
      const expiration = Math.floor(Date.now() / 1000) + 600
      const created = await signedCall('/api/services/createAuthToken', {
        query: { address, expiration },
        parts: [address],
      })
      expect(created.status).toBe(200)
      const headers = { AuthToken: created.json.token }
      const { status, json } = await start(context, { order: assets.jobs.token, unsigned: true, headers })
      expect(status).toBe(200)
      expect(json).toMatchObject([{ jobId: expect.any(String) }])
    },
  },
]
