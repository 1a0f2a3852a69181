import { request } from 'node:http'
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
    id: 'R4',
    title: 'an address that does not exist is a 404 that echoes what was sent, in query or body',
    async run({ provider }) {
      const sentence = expect.stringContaining('404 Not Found')
      const asked = await provider('/invalid/endpoint', { query: { hello: 'world' } })
      expect({ status: asked.status, json: asked.json }).toEqual({
        ...{ status: 404, json: { context: { hello: 'world' }, error: sentence } },
      })
      const posted = await provider(`${services}/nonce/`, { json: { hello: 'world' } })
      expect({ status: posted.status, json: posted.json }).toEqual({
        ...{ status: 404, json: { context: { hello: 'world' }, error: sentence } },
      })
    },
  },
  {
    id: 'R5',
    title: 'every answer closes its connection and lets the asking origin read it',
    async run({ provider }) {
      const plain = await provider('/')
      expect(plain.headers.get('connection')).toBe('close')
      expect(plain.headers.get('access-control-allow-origin')).toBe('*')
      const refused = await provider(`${services}/nonce`, { headers: { origin: 'http://app.test' } })
      expect(refused.headers.get('access-control-allow-origin')).toBe('http://app.test')
    },
  },
  {
    id: 'R6',
    title: 'HEAD is refused where it would use up a nonce',
    async run({ provider }) {
      for (const name of ['download', 'computeResult', 'decrypt'])
        expect((await provider(`${services}/${name}`, { method: 'HEAD' })).status).toBe(405)
      expect((await provider('/', { method: 'HEAD' })).status).toBe(200)
    },
  },
  {
    id: 'R7',
    title: 'both services describe themselves for machines and for people',
    async run({ provider, aquarius }) {
      for (const service of [provider, aquarius]) {
        expect(await service('/spec')).toMatchObject({ status: 200, json: { paths: expect.any(Object) } })
        const page = await service('/api/docs/')
        expect(page.status).toBe(200)
        expect(page.headers.get('content-type')).toMatch(/^text\/html/)
      }
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
  {
    id: 'N4',
    title: 'a GET without query may carry its parameters as a JSON body',
    async run({ target }) {
      const userAddress = `0x${Date.now().toString(16).padStart(40, '1')}`
      const answer = await getWithBody(`${target.providerUrl}${services}/nonce`, JSON.stringify({ userAddress }))
      expect(answer).toEqual({ status: 200, json: { nonce: '1' } })
      const empty = await getWithBody(`${target.providerUrl}${services}/nonce`, 'no JSON')
      expect(empty).toEqual({
        ...{ status: 400, json: fieldErrors({ userAddress: ['The userAddress field is required.'] }) },
      })
    },
  },
  {
    id: 'N5',
    title: 'each spelling of an address counts for itself',
    async run({ provider, people }) {
      const nonceOf = async (userAddress: string) =>
        (await provider(`${services}/nonce`, { query: { userAddress } })).json.nonce
      await nonceOf(people.publisher.address)
      expect(await nonceOf(people.publisher.address.toUpperCase().replace('0X', '0x'))).toBe('1')
    },
  },
  {
    id: 'N6',
    title: 'a nonce that is no number is a field error',
    async run({ signedCall, people, assets }) {
      const { did } = assets.data
      const query = { documentId: did, serviceId: '0', transferTxId: assets.access.data, fileIndex: 0 }
      for (const nonce of ['2024-01-01T00:00:00', 'one']) {
        const { status, json } = await signedCall(`${services}/download`, {
          ...{ query: { ...query, consumerAddress: people.consumer.address }, parts: [did], nonce },
        })
        expect({ status, json }).toEqual({ status: 400, json: fieldErrors({ nonce: ['The nonce must be a number.'] }) })
      }
    },
  },
]

/** A GET with a JSON body, which `fetch` does not send but other languages' clients do. */
function getWithBody(url: string, body: string): Promise<{ status: number | undefined; json: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'GET', headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode, json: JSON.parse(Buffer.concat(chunks).toString()) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
