import { createHash } from 'node:crypto'
import { expect, vi } from 'vitest'
import type { Asset } from '../createPublisher'
import { fileTexts } from '../serveFiles'
import { type CaseContext, type ConformanceCase, fieldErrors, nothingToVerify } from './types'

type DownloadParameters = { asset: Asset; order: string; fileIndex?: number; unsigned?: boolean }

function download({ people, signedCall }: CaseContext, parameters: DownloadParameters) {
  const { asset, order, fileIndex = 0, unsigned = false } = parameters
  const query = { documentId: asset.did, serviceId: '0', transferTxId: order, fileIndex }
  return signedCall('/api/services/download', {
    ...{ query: { ...query, consumerAddress: people.consumer.address }, parts: [asset.did], unsigned },
  })
}

export const downloadCases: readonly ConformanceCase[] = [
  {
    id: 'D1',
    title: 'an order streams the file as an attachment',
    async run(context) {
      const { data, access } = context.assets
      const { status, headers, sha256 } = await download(context, { asset: data, order: access.data })
      expect({ status, sha256 }).toEqual({
        ...{ status: 200, sha256: createHash('sha256').update(fileTexts['data.csv']).digest('hex') },
      })
      expect(headers.get('content-disposition')).toBe('attachment;filename=data.csv')
      expect(headers.get('access-control-expose-headers')).toBe('Content-Disposition')
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
    },
  },
  {
    id: 'D2',
    title: 'nothing is downloaded without signature or token',
    async run(context) {
      const { data, access } = context.assets
      const { status, json } = await download(context, { asset: data, order: access.data, unsigned: true })
      expect({ status, json }).toEqual({ status: 400, json: fieldErrors({ signature: nothingToVerify }) })
    },
  },
  {
    id: 'D3',
    title: 'downloads are not posted for',
    async run({ provider }) {
      expect((await provider('/api/services/download', { json: {} })).status).toBe(405)
    },
  },
  {
    id: 'D4',
    title: 'another’s order is no ticket',
    async run(context) {
      const { data, access } = context.assets
      const { status, json } = await download(context, { asset: data, order: access.others })
      expect(status).toBe(400)
      const reason = `Order with tx_id ${access.others} could not be validated due to error: `
      expect(json.error).toContain(reason)
      expect(json.error).toContain('not the consumer/payer')
    },
  },
  {
    id: 'D5',
    title: 'an order of a job does not unlock the download',
    async run(context) {
      const { data, jobs } = context.assets
      const { status, json } = await download(context, { asset: data, order: jobs.first.data })
      expect(status).toBe(400)
      expect(json.error).toContain('could not be validated due to error')
    },
  },
  {
    id: 'D6',
    title: 'each of several files has its index',
    async run(context) {
      const { several, access } = context.assets
      for (const [fileIndex, text] of [
        [0, 'zero\n'],
        [2, 'two\n'],
      ] as const) {
        const answer = await download(context, { asset: several, order: access.several, fileIndex })
        expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text })
      }
    },
  },
  {
    id: 'D7',
    title: 'an order ends with the service’s timeout',
    async run(context) {
      const { brief, access } = context.assets
      const answer = await vi.waitFor(
        async () => {
          const { status, json } = await download(context, { asset: brief, order: access.brief })
          if (status === 200) throw new Error('The order has not expired yet.')
          return { status, json }
        },
        { timeout: 30_000, interval: 250 },
      )
      expect(answer).toEqual({ status: 400, json: { error: expect.stringContaining('The order has expired') } })
    },
  },
  {
    id: 'D8',
    title: 'an index as large as the number of files is an error',
    async run(context) {
      const { several, access } = context.assets
      const { status } = await download(context, { asset: several, order: access.several, fileIndex: 3 })
      expect([400, 503]).toContain(status)
    },
  },
]
