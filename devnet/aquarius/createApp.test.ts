import { privateKeyToAccount } from 'viem/accounts'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../storage/openDatabase'
import { createApp } from './createApp'
import { aquariusMigrations } from './migrations'
import { writeAsset } from './storage/assets'
import { writeCheckpoints } from './storage/checkpoints'
import { inTransaction } from './storage/sql'
import { buildDdo } from './testing/buildDdo'

const account = privateKeyToAccount(`0x${'01'.repeat(32)}`)
const did = 'did:op:3dfcc20f9727c242e429b86c25a3e7be29495a06ccb844398a0a4aa8d9f196fe'
const nft = '0xa331155197F70e5e1EA0CC2A1f9ddB1D49A9C1De'
const ddo = buildDdo({ nft, datatoken: nft, did, chainId: 8996, name: 'Branin' })
const assets = '/api/aquarius/assets'
let app: ReturnType<typeof createApp>
let lines: string[]

beforeEach(() => {
  const database = openDatabase({ file: ':memory:', migrations: aquariusMigrations })
  inTransaction(database, () => {
    writeAsset(database, { did, nft }, JSON.stringify(ddo))
    writeCheckpoints(database, [{ number: 12, hash: '0x12' }])
  })
  lines = []
  const indexer = { verified: Promise.resolve(), wake: () => undefined }
  app = createApp({ chainId: 8996, database, account, indexer }, (line) => lines.push(line))
})

async function call(
  method: string,
  path: string,
  init: { body?: string | Uint8Array<ArrayBuffer>; type?: string } = {},
) {
  const headers = init.type ? { 'content-type': init.type } : undefined
  const response = await app.request(path, {
    method,
    ...(init.body === undefined ? {} : { body: init.body }),
    ...(headers ? { headers } : {}),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && /^[[{]/.test(text)
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
}
const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })
const octets = (body: string) => ({ body, type: 'application/octet-stream' })

describe('reading', () => {
  it.each<[string, number, unknown]>([
    ['/', 200, { plugin: 'module', software: 'Aquarius', version: '5.1.8' }],
    ['/health', 200, 'Elasticsearch connected'],
    [`${assets}/ddo/${did}`, 200, ddo],
    [`${assets}/ddo/${encodeURIComponent(did)}`, 200, ddo],
    [`${assets}/ddo/did:op:0`, 404, { error: 'Asset DID did:op:0 not found in Elasticsearch.' }],
    [`${assets}/metadata/${did}`, 200, ddo.metadata],
    [
      `${assets}/metadata/x`,
      404,
      { error: expect.stringMatching(/^Error encountered while retrieving metadata: .+\.$/) },
    ],
    ['/api/aquarius/chains/list', 200, { '8996': true }],
    ['/api/aquarius/chains/status/8996', 200, { last_block: 12, version: '5.1.8' }],
    ['/api/aquarius/chains/status/1', 404, { error: 'Chain 1 is not indexed.' }],
    ['/api/aquarius/state/ddo', 400, { error: 'You need to specify one of: nft, txId, did' }],
    ['/api/aquarius/state/ddo?did=x', 500, { error: expect.any(String) }],
    [
      '/api/aquarius/state/retryQueue',
      200,
      expect.objectContaining({ hits: expect.objectContaining({ total: { value: 0, relation: 'eq' } }) }),
    ],
    ['/api/aquarius/validation/schema?version=4.5.0', 200, expect.objectContaining({ version: '4.5.0' })],
    ['/api/aquarius/validation/schema?version=1', 404, { erorr: 'Schema version not found.' }],
    ['/spec', 200, expect.objectContaining({ openapi: '3.1.0' })],
    ['/api/docs/', 200, expect.stringContaining('<td>/api/aquarius/assets/query</td>')],
    ['/api/aquarius/nothing', 404, { error: expect.stringContaining('404 Not Found') }],
    [`${assets}/query`, 405, { error: expect.stringContaining('405 Method Not Allowed') }],
  ])('%s answers %i', async (path, status, body) => {
    expect(await call('GET', path)).toMatchObject({ status, body })
  })
})

describe('a search parameter', () => {
  it.each<[object, number, string]>([
    [{ search_after: [1], sort: ['nft.created'] }, 400, 'The search parameter "search_after" is not supported'],
    [{ nonsense: 1 }, 500, "search() got an unexpected keyword argument 'nonsense'"],
  ])('of %j that cannot be honoured is refused: %i', async (request, status, sentence) => {
    expect(await call('POST', `${assets}/query`, json(request))).toMatchObject({
      ...{ status, body: { error: expect.stringContaining(sentence) } },
    })
  })
})

describe('names', () => {
  it.each<[unknown, number, unknown]>([
    [{ didList: [did, 'did:op:0'] }, 200, { [did]: 'Branin', 'did:op:0': '' }],
    [{ didList: [] }, 400, { error: 'The requested didList can not be empty.' }],
    [{ didList: 'did' }, 400, { error: 'The didList must be a list.' }],
    [{ other: 1 }, 400, { error: '`didList` is required in the request payload.' }],
    [[], 400, { error: 'Invalid payload. The request could not be converted into a dict.' }],
  ])('of %j: %i', async (payload, status, body) => {
    expect(await call('POST', `${assets}/names`, json(payload))).toMatchObject({ status, body })
  })
})

describe('validation', () => {
  it('signs what is valid and says why not otherwise', async () => {
    const validate = (init: object) => call('POST', `${assets}/ddo/validate`, init)
    expect(await validate(octets(JSON.stringify(ddo)))).toMatchObject({
      status: 200,
      body: {
        hash: expect.stringMatching(/^0x[0-9a-f]{64}$/),
        publicKey: account.address,
        r: [expect.any(String)],
        s: [expect.any(String)],
        v: expect.any(Number),
      },
    })
    expect(await validate(octets(JSON.stringify({ ...ddo, services: 'bla' })))).toMatchObject({
      status: 400,
      body: { errors: { services: expect.stringContaining('Value does not conform to Shape schema:ServiceShape') } },
    })
    expect(await validate(octets('{}'))).toMatchObject({
      status: 400,
      body: [{ message: 'no version provided for DDO.' }],
    })
    expect(await validate(octets('not json'))).toMatchObject({
      ...{ status: 400, body: { error: 'Invalid payload. The request could not be converted into a dict.' } },
    })
    expect(await validate(json(ddo))).toMatchObject({
      ...{ status: 400, body: { error: 'Invalid request content type: should be application/octet-stream' } },
    })
    expect(await validate(octets('{"version":"9"}'))).toMatchObject({
      ...{ status: 500, body: { error: "Encountered error when validating asset: Can't find schema 9." } },
    })
  })
})

describe('caching on request', () => {
  it.each<[unknown, number]>([
    [{ transactionId: `0x${'1'.repeat(64)}`, chain_id: 8996 }, 200],
    [{ chain_id: 8996 }, 400],
    [{ transactionId: `0x${'1'.repeat(64)}` }, 400],
    [{ transactionId: `0x${'1'.repeat(64)}`, chain_id: 1 }, 400],
  ])('%j: %i', async (payload, status) => {
    const answer = await call('POST', `${assets}/triggerCaching`, json(payload))
    expect(answer.status).toBe(status)
    expect(status === 200 ? answer.body : answer.body.error).toEqual(status === 200 ? 'Queued' : expect.any(String))
  })
})

describe('hardening', () => {
  it('lets every origin read every answer', async () => {
    for (const path of ['/', `${assets}/ddo/x`, '/nowhere']) {
      const response = await app.request(path, { headers: { origin: 'https://app.example' } })
      expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example')
    }
    expect((await app.request('/')).headers.get('access-control-allow-origin')).toBe('*')
    const headers = { origin: 'https://app.example', 'access-control-request-headers': 'content-type,x-own' }
    const preflight = await app.request(`${assets}/query`, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(200)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,x-own')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  })

  it.each(['', 'null', '[1]', '"text"', '{"query":', '\u0000', `${'['.repeat(100_000)}`])(
    'survives the body %j',
    async (body) => {
      for (const path of ['names', 'query', 'ddo/validate', 'triggerCaching']) {
        const answer = await call('POST', `${assets}/${path}`, { body, type: 'application/octet-stream' })
        expect(answer.status).toBe(400)
      }
      expect(lines).toEqual([])
    },
  )

  it('refuses bodies beyond its limit, and absurd nesting, without falling over', async () => {
    const large = await call('POST', `${assets}/query`, {
      body: `{"a":"${'x'.repeat(11 * 1024 * 1024)}"}`,
      type: 'application/json',
    })
    expect(large.status).toBe(413)
    const nested = `${'{"bool":{"must":'.repeat(20_000)}{"match_all":{}}${'}}'.repeat(20_000)}`
    const deep = await call('POST', `${assets}/query`, { body: `{"query":${nested}}`, type: 'application/json' })
    expect(deep.status).toBe(400)
    expect((await call('GET', '/')).status).toBe(200)
  })

  it('does not search for what it does not understand', async () => {
    expect(await call('POST', `${assets}/query`, json({ query: { fuzzy: {} } }))).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('fuzzy') },
    })
    expect(await call('POST', `${assets}/query`, json({ unknown: 1 }))).toMatchObject({
      ...{ status: 500, body: { error: expect.stringContaining('Encountered Elasticsearch Exception') } },
    })
  })

  it('answers nothing from an index that has not been compared with the chain', async () => {
    const database = openDatabase({ file: ':memory:', migrations: aquariusMigrations })
    let verify: () => void = () => undefined
    const verified = new Promise<void>((resolve) => {
      verify = resolve
    })
    const waiting = createApp(
      { chainId: 8996, database, account, indexer: { verified, wake: () => undefined } },
      () => undefined,
    )
    let answered = false
    const answer = Promise.resolve(waiting.request(`${assets}/ddo/x`)).then((response) => {
      answered = true
      return response.status
    })
    expect((await waiting.request('/')).status).toBe(200)
    expect(answered).toBe(false)
    verify()
    expect(await answer).toBe(404)
  })
})
