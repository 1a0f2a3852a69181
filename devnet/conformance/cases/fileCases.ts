import { expect } from 'vitest'
import { fileTexts } from '../serveFiles'
import type { ConformanceCase } from './types'

const fileinfo = '/api/services/fileinfo'
const length = String(Buffer.byteLength(fileTexts['data.csv']))

export const fileCases: readonly ConformanceCase[] = [
  {
    id: 'F1',
    title: 'a file that can be reached is described, without a checksum unless asked for',
    async run({ provider, url }) {
      const { status, json } = await provider(fileinfo, { json: { type: 'url', url: url('data.csv'), method: 'GET' } })
      expect(status).toBe(200)
      expect(json).toEqual([
        {
          ...{ index: 0, type: 'url', valid: true, contentLength: length, contentType: 'text/plain' },
          filename: 'data.csv',
        },
      ])
    },
  },
  {
    id: 'F2',
    title: 'a dead URL is answered with 200 and "not valid"',
    async run({ provider, url }) {
      const { status, json } = await provider(fileinfo, { json: { type: 'url', url: url('gone'), method: 'GET' } })
      expect({ status, json }).toEqual({ status: 200, json: [{ index: 0, type: 'url', valid: false }] })
    },
  },
  {
    id: 'F3',
    title: 'a URL file needs its URL',
    async run({ provider }) {
      const { status, json } = await provider(fileinfo, { json: { type: 'url' } })
      expect({ status, fields: Object.keys(json.errors) }).toEqual({ status: 400, fields: ['url'] })
    },
  },
  {
    id: 'F4',
    title: 'an Arweave file needs its transaction',
    async run({ provider }) {
      const { status, json } = await provider(fileinfo, { json: { type: 'arweave' } })
      expect({ status, fields: Object.keys(json.errors) }).toEqual({ status: 400, fields: ['transactionId'] })
    },
  },
  {
    id: 'F5',
    title: 'a file is got or posted for, nothing else',
    async run({ provider, url }) {
      const { status, json } = await provider(fileinfo, {
        json: { type: 'url', url: url('data.csv'), method: 'DELETE' },
      })
      expect({ status, json }).toEqual({ status: 400, json: { error: 'Unsafe method delete.' } })
    },
  },
  {
    id: 'F6',
    title: 'a published file that is gone is "not valid"',
    async run({ provider, assets }) {
      const { status, json } = await provider(fileinfo, { json: { did: assets.dead.did, serviceId: '0' } })
      expect(status).toBe(200)
      expect(json).toMatchObject([{ valid: false }])
      expect(json[0]).not.toHaveProperty('contentLength')
    },
  },
  {
    id: 'F7',
    title: 'a service that an asset does not have is named so',
    async run({ provider, assets }) {
      const { status, json } = await provider(fileinfo, { json: { did: assets.data.did, serviceId: '77' } })
      expect({ status, error: json.error }).toEqual({
        status: 400,
        error: expect.stringContaining('Invalid serviceId.'),
      })
    },
  },
  {
    id: 'F8',
    title: 'environments are listed by chain with price, identity and fee token',
    async run({ provider, chainId }) {
      const { status, json } = await provider('/api/services/computeEnvironments')
      expect(status).toBe(200)
      const address = expect.stringMatching(/^0x[0-9a-fA-F]{40}$/)
      const [environment] = json[chainId]
      expect(environment).toMatchObject({ id: expect.any(String), consumerAddress: address, feeToken: address })
      for (const field of ['priceMin', 'maxJobs', 'storageExpiry', 'maxJobDuration']) {
        expect(['number', 'string'], field).toContain(typeof environment[field])
      }
    },
  },
  {
    id: 'F9',
    title: 'a complete container is echoed',
    async run({ provider, container }) {
      const { status, json } = await provider('/api/services/validateContainer', { json: container })
      expect({ status, json }).toEqual({ status: 200, json: container })
    },
  },
  {
    id: 'F10',
    title: 'a container’s checksum names its algorithm',
    async run({ provider, container }) {
      const { status, json } = await provider('/api/services/validateContainer', {
        json: { ...container, checksum: '82' },
      })
      expect({ status, json }).toEqual({ status: 400, json: { error: 'checksum_prefix' } })
    },
  },
]
