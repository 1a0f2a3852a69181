import { expect } from 'vitest'
import { type ConformanceCase, fieldErrors } from './types'

const services = '/api/services'

export const rootCases: readonly ConformanceCase[] = [
  {
    id: 'R1',
    title: 'the root document announces software, chain, address and all sixteen endpoints',
    async run({ provider, chainId }) {
      const { status, json } = await provider('/')
      expect(status).toBe(200)
      expect(json).toMatchObject({
        ...{ software: expect.any(String), version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
        ...{ chainIds: expect.arrayContaining([chainId]) },
        providerAddresses: { [chainId]: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/) },
        serviceEndpoints: {
          nonce: ['GET', `${services}/nonce`],
          encrypt: ['POST', `${services}/encrypt`],
          decrypt: ['POST', `${services}/decrypt`],
          fileinfo: ['POST', `${services}/fileinfo`],
          initialize: ['GET', `${services}/initialize`],
          initializeCompute: ['POST', `${services}/initializeCompute`],
          download: ['GET', `${services}/download`],
          computeEnvironments: ['GET', `${services}/computeEnvironments`],
          computeStart: ['POST', `${services}/compute`],
          computeStatus: ['GET', `${services}/compute`],
          computeStop: ['PUT', `${services}/compute`],
          computeDelete: ['DELETE', `${services}/compute`],
          computeResult: ['GET', `${services}/computeResult`],
          create_auth_token: ['GET', `${services}/createAuthToken`],
          delete_auth_token: ['DELETE', `${services}/deleteAuthToken`],
          validateContainer: ['POST', `${services}/validateContainer`],
        },
      })
    },
  },
  {
    id: 'R2',
    title: 'the wrong method is a 405 that says so in JSON',
    async run({ provider }) {
      const { status, json } = await provider(`${services}/decrypt`)
      expect(status).toBe(405)
      expect(json.error).toContain('405 Method Not Allowed')
    },
  },
  {
    id: 'R3',
    title: 'a browser may post JSON from another origin',
    async run({ provider }) {
      const headers = {
        ...{ origin: 'http://app.test', 'access-control-request-method': 'POST' },
        'access-control-request-headers': 'content-type',
      }
      const answer = await provider(`${services}/compute`, { method: 'OPTIONS', headers })
      expect([200, 204]).toContain(answer.status)
      expect(answer.headers.get('access-control-allow-methods')).toContain('POST')
      expect(answer.headers.get('access-control-allow-headers')).toMatch(/content-type|\*/)
      expect(['*', 'http://app.test']).toContain(answer.headers.get('access-control-allow-origin'))
    },
  },
  {
    id: 'N1',
    title: 'an address that was never seen has the nonce "1", a text',
    async run({ provider }) {
      const userAddress = `0x${Date.now().toString(16).padStart(40, '0')}`
      const { status, json } = await provider(`${services}/nonce`, { query: { userAddress } })
      expect({ status, nonce: json.nonce }).toEqual({ status: 200, nonce: '1' })
    },
  },
  {
    id: 'N2',
    title: 'asking for a nonce needs an address',
    async run({ provider }) {
      const { status, json } = await provider(`${services}/nonce`)
      expect(status).toBe(400)
      expect(json).toEqual(fieldErrors({ userAddress: ['The userAddress field is required.'] }))
    },
  },
  {
    id: 'N3',
    title: 'a nonce below the stored one is refused, and both are named',
    async run({ provider, signedCall, people, assets }) {
      const consumerAddress = people.consumer.address
      const stored = (await provider(`${services}/nonce`, { query: { userAddress: consumerAddress } })).json.nonce
      const { did } = assets.data
      const { status, json } = await signedCall(`${services}/download`, {
        query: { documentId: did, serviceId: '0', consumerAddress, transferTxId: assets.access.data, fileIndex: 0 },
        ...{ parts: [did], nonce: '0' },
      })
      expect(status).toBe(400)
      expect(json).toEqual(
        fieldErrors({ signature: `Invalid signature expected nonce (${stored}) > current nonce (0).` }),
      )
    },
  },
]
