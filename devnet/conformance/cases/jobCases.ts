import { expect } from 'vitest'
import { start } from './startCases'
import { type ConformanceCase, fieldErrors, nothingToVerify } from './types'

const compute = '/api/services/compute'
const computeResult = '/api/services/computeResult'

export const jobCases: readonly ConformanceCase[] = [
  {
    id: 'J1',
    title: 'the state of jobs needs an owner',
    async run({ provider }) {
      const { status, json } = await provider(compute, { query: { jobId: 'x1' } })
      expect({ status, fields: Object.keys(json.errors) }).toEqual({ status: 400, fields: ['consumerAddress'] })
    },
  },
  {
    id: 'J2',
    title: 'a job nobody started is an empty list',
    async run({ provider, people }) {
      const query = { consumerAddress: people.consumer.address, jobId: '0'.repeat(32) }
      const { status, json } = await provider(compute, { query })
      expect({ status, json }).toEqual({ status: 200, json: [] })
    },
  },
  {
    id: 'J3',
    title: 'its owner stops a job with a signature over address, job and document',
    async run(context) {
      const { assets, people, signedCall, jobEnd } = context
      const { slow, jobs, data } = assets
      const started = await start(context, { algorithm: slow, order: jobs.stop })
      expect(started.status).toBe(200)
      const [{ jobId }] = started.json
      const consumerAddress = people.consumer.address
      const { status, json } = await signedCall(compute, {
        ...{ method: 'PUT', json: { consumerAddress, jobId, documentId: data.did } },
        parts: [consumerAddress, jobId, data.did],
      })
      expect(status).toBe(200)
      expect(json).toMatchObject([{ jobId, stopreq: 1 }])
      expect(await jobEnd(jobId)).toMatchObject({ stopreq: 1, dateFinished: expect.stringMatching(/\d/) })
    },
  },
  {
    id: 'J4',
    title: 'stopping needs a nonce',
    async run({ people, assets, signedCall }) {
      const consumerAddress = people.consumer.address
      const { did } = assets.data
      const { status, json } = await signedCall(compute, {
        ...{ method: 'PUT', json: { consumerAddress, jobId: 'x', documentId: did }, withoutNonce: true },
        parts: [consumerAddress, 'x', did],
      })
      expect({ status, fields: Object.keys(json.errors) }).toEqual({ status: 400, fields: ['nonce'] })
    },
  },
  {
    id: 'J5',
    title: 'deleting answers with an empty text',
    async run({ provider, people, assets, signedCall }) {
      const consumerAddress = people.consumer.address
      const [{ jobId }] = (await provider(compute, { query: { consumerAddress } })).json
      const { did } = assets.data
      const { status, json } = await signedCall(compute, {
        ...{ method: 'DELETE', query: { consumerAddress, jobId, documentId: did } },
        parts: [consumerAddress, jobId, did],
      })
      expect({ status, json }).toEqual({ status: 200, json: '' })
    },
  },
  {
    id: 'J6',
    title: 'the owner of a finished job downloads its result and then its log',
    async run(context) {
      const { assets, people, signedCall, jobEnd } = context
      const started = await start(context, { order: assets.jobs.result })
      expect(started.status).toBe(200)
      const [{ jobId }] = started.json
      const consumerAddress = people.consumer.address
      const results: unknown[] = (await jobEnd(jobId)).results
      expect(results.length).toBeGreaterThan(1)
      const get = (index: number) =>
        signedCall(computeResult, {
          query: { consumerAddress, jobId, index },
          parts: [consumerAddress, jobId, String(index)],
        })
      const output = await get(0)
      expect({ status: output.status, text: output.text }).toEqual({ status: 200, text: `ok ["${assets.data.did}"]` })
      expect(output.headers.get('content-disposition')).toMatch(/^attachment;filename=/)
      const log = await get(1)
      expect({ status: log.status, text: log.text }).toEqual({ status: 200, text: expect.stringContaining('done') })
    },
  },
  {
    id: 'J7',
    title: 'nobody gets a result without signature or token',
    async run({ provider, people, signedCall }) {
      const consumerAddress = people.consumer.address
      const [{ jobId }] = (await provider(compute, { query: { consumerAddress } })).json
      const { status, json } = await signedCall(computeResult, {
        ...{ query: { consumerAddress, jobId, index: 0 }, parts: [], unsigned: true },
      })
      expect({ status, json }).toEqual({ status: 400, json: fieldErrors({ signature: nothingToVerify }) })
    },
  },
  {
    id: 'J8',
    title: 'of several missing fields of a result the first is named',
    async run({ provider }) {
      const { status, json } = await provider(computeResult, { query: { foo: 1 } })
      expect({ status, json }).toEqual({ status: 400, json: fieldErrors({ jobId: ['The jobId field is required.'] }) })
    },
  },
  {
    id: 'J9',
    title: 'a result that does not exist is named: by its index, its owner or what is no index',
    async run({ provider, people, signedCall, jobEnd }) {
      const consumerAddress = people.consumer.address
      const [{ jobId }] = (await provider(compute, { query: { consumerAddress } })).json
      await jobEnd(jobId)
      const get = async (index: string, as: 'consumer' | 'other' = 'consumer', job = jobId) => {
        const query = { consumerAddress: people[as].address, jobId: job, index }
        const { status, json } = await signedCall(computeResult, {
          ...{ as, query, parts: [people[as].address, job, index] },
        })
        return [status, json.error]
      }
      expect(await get('99')).toEqual([404, 'No such index 99 in this compute job'])
      expect(await get('-1')).toEqual([404, 'Negative index -1'])
      expect(await get('first')).toEqual([400, expect.stringMatching(/^Error getResult: /)])
      const mismatch = (address: string, job: string) => [404, `Owner ${address} mismatch for job ${job}`]
      expect(await get('0', 'other')).toEqual(mismatch(people.other.address, jobId))
      expect(await get('0', 'consumer', 'nobody')).toEqual(mismatch(consumerAddress, 'nobody'))
    },
  },
  {
    id: 'J10',
    title: 'jobs are filtered by owner and id, not by document, and whoever asks sees them',
    async run({ provider, people, assets }) {
      const consumerAddress = people.consumer.address
      const list = async (query: Record<string, string>) => (await provider(compute, { query })).json
      const all = await list({ consumerAddress })
      const [{ jobId }] = all
      expect(await list({ consumerAddress, documentId: assets.raw.did })).toHaveLength(all.length)
      expect(await list({ consumerAddress, jobId })).toMatchObject([{ jobId, owner: consumerAddress }])
      expect(await list({ consumerAddress: people.publisher.address, jobId })).toEqual([])
      const signed = await list({ consumerAddress, jobId, nonce: '0', signature: '0x00' })
      expect(signed).toMatchObject([{ jobId }])
    },
  },
]
