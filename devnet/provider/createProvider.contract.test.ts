import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../storage/openDatabase'
import { createProvider } from './createProvider'
import { providerMigrations } from './migrations'
import { createWorld, type World } from './tests/createWorld'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('every answer', () => {
  test('closes the connection and lets the asking origin in', async () => {
    const plain = await world.request('/')
    expect(plain.headers.get('connection')).toBe('close')
    expect(plain.headers.get('access-control-allow-origin')).toBe('*')
    const foreign = await world.request('/nowhere', { headers: { origin: 'http://app.test' } })
    expect(foreign.headers.get('access-control-allow-origin')).toBe('http://app.test')
    expect(foreign.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('in JSON has its keys sorted and ends with a newline', async () => {
    const text = await (await world.request('/')).text()
    expect(text.endsWith('}\n')).toBe(true)
    const endpoints = JSON.parse(text).serviceEndpoints
    expect(Object.keys(JSON.parse(text))).toEqual([
      'chainIds',
      'providerAddresses',
      'serviceEndpoints',
      'software',
      'version',
    ])
    expect(Object.keys(endpoints)).toEqual(Object.keys(endpoints).sort())
    expect(endpoints).toHaveProperty('computeEvents', ['GET', '/api/services/computeEvents'])
  })
})

describe('what is not there', () => {
  test('is a 404 that echoes the request’s parameters', async () => {
    const response = await world.request('/api/services/nothing?a=1&a=2')
    expect([response.status, await response.json()]).toEqual([
      404,
      { context: { a: '1' }, error: expect.stringMatching(/^404 Not Found: The requested URL was not found/) },
    ])
    expect((await (await world.request('/nothing')).json()).context).toBeNull()
  })

  test('is a 405 for another method, and for HEAD where a nonce would be used up', async () => {
    const posted = await world.post('/api/services/nonce', { userAddress: '0x1' })
    expect([posted.status, await posted.json()]).toEqual([
      405,
      { context: { userAddress: '0x1' }, error: expect.stringMatching(/^405 Method Not Allowed/) },
    ])
    for (const path of ['download', 'computeResult', 'decrypt']) {
      expect((await world.request(`/api/services/${path}`, { method: 'HEAD' })).status).toBe(405)
    }
    expect((await world.request('/', { method: 'HEAD' })).status).toBe(200)
  })
})

describe('parameters', () => {
  test('come from the query if it has any, and the body is not looked at', async () => {
    const response = await world.post('/api/services/fileinfo?chainId=8996', { type: 'url', url: 'http://127.0.0.1:9' })
    expect(Object.keys((await response.json()).errors)).toEqual(['did', 'serviceId', 'type'])
  })

  test('that are no JSON object count as none', async () => {
    for (const body of ['nonsense', '[1]', '"text"', 'null', '']) {
      const headers = { 'content-type': 'application/json' }
      const response = await world.request('/api/services/fileinfo', { method: 'POST', body, headers })
      expect(response.status).toBe(400)
      expect((await response.json()).errors).toHaveProperty('type')
    }
    const unlabelled = await world.request('/api/services/validateContainer', {
      ...{ method: 'POST', body: JSON.stringify({ entrypoint: 'a', image: 'b', checksum: 'sha256:c' }) },
      headers: { 'content-type': 'text/plain' },
    })
    expect(await unlabelled.json()).toEqual({ error: 'missing_entrypoint_image_checksum' })
  })

  test('with keys of the language’s own objects do no harm', async () => {
    const response = await world.request('/api/services/fileinfo', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: '{"__proto__":{"type":"url","url":"http://127.0.0.1:9"},"constructor":1}',
    })
    expect((await response.json()).errors).toHaveProperty('type')
    expect((await world.request('/api/services/nonce?__proto__=1')).status).toBe(400)
  })

  test('above the limits are a 413', async () => {
    const big = 'x'.repeat(1_100_000)
    const tooMuch = await world.post('/api/services/fileinfo', { type: 'url', url: big })
    expect([tooMuch.status, (await tooMuch.json()).error]).toEqual([
      413,
      expect.stringContaining('413 Request Entity Too Large'),
    ])
    const headers = { 'content-type': 'application/octet-stream' }
    const encrypt = (size: number) =>
      world.request('/api/services/encrypt?chainId=1', { method: 'POST', headers, body: 'x'.repeat(size) })
    expect((await encrypt(10_000_001)).status).toBe(413)
    expect((await encrypt(1_100_000)).status).toBe(201)
  })
})

describe('paths and preflights', () => {
  test('a doubled slash leads to the same place', async () => {
    const response = await world.request('//api/services/nonce?userAddress=0x2')
    expect(await response.json()).toEqual({ nonce: '1' })
  })

  test('a browser’s preflight is granted with the headers it asked for', async () => {
    const headers = {
      ...{ origin: 'http://app.test', 'access-control-request-method': 'POST' },
      'access-control-request-headers': 'authtoken, content-type',
    }
    const response = await world.request('/api/services/compute', { method: 'OPTIONS', headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-methods')).toBe('DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT')
    expect(response.headers.get('access-control-allow-headers')).toBe('authtoken, content-type')
  })
})

test('encrypting without a chain id says so', async () => {
  const headers = { 'content-type': 'application/octet-stream' }
  const response = await world.request('/api/services/encrypt', { method: 'POST', headers, body: 'x' })
  expect(await response.json()).toEqual({ error: 'Missing chainId query parameter.' })
})

test('a container without entrypoint, image or checksum is refused', async () => {
  const response = await world.post('/api/services/validateContainer', { image: 'x', checksum: 'sha256:1' })
  expect([response.status, await response.json()]).toEqual([400, { error: 'missing_entrypoint_image_checksum' }])
})

test('every announced endpoint is described at /spec', async () => {
  const { serviceEndpoints } = await (await world.request('/')).json()
  const { openapi, paths } = await (await world.request('/spec')).json()
  expect(openapi).toBe('3.1.0')
  for (const [name, [method, path]] of Object.entries<[string, string]>(serviceEndpoints)) {
    expect(paths[path][method.toLowerCase()], name).toMatchObject({ operationId: name, summary: expect.any(String) })
  }
})

test('a chain that does not answer is a 503 without its address', async () => {
  const { app } = createProvider({
    ...{
      chainId: 8996,
      networkName: 'Ganache',
      rpcUrl: 'http://127.0.0.1:9/secret',
      contracts: world.contracts,
      compute: undefined,
    },
    ...{
      aquariusUrl: 'http://127.0.0.1:9',
      publicUrl: 'http://provider',
      privateKey: `0x${'01'.repeat(32)}`,
      log: () => undefined,
    },
    database: openDatabase({ file: ':memory:', migrations: providerMigrations }),
    fetch: { allowPrivateAddresses: false, mirrors: [], maxChecksumLength: 0, timeoutMs: 1_000 },
  })
  const query = new URLSearchParams({ documentId: `did:op:${'0'.repeat(64)}`, serviceId: '0', consumerAddress: '0x1' })
  const response = await app.request(`/api/services/initialize?${query}`)
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({
    context: Object.fromEntries(query),
    error: expect.not.stringContaining('127.0.0.1'),
  })
})
