import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { createWorld, type World } from '../tests/createWorld'

let world: World
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

beforeAll(async () => {
  world = await createWorld({
    fetch: { allowPrivateAddresses: true, mirrors: [], maxChecksumLength: 1_000, timeoutMs: 2_000 },
  })
})
afterAll(() => world.close())
beforeEach(() => {
  world.requests.length = 0
})

async function fileinfo(body: JsonObject) {
  const response = await world.post('/api/services/fileinfo', body)
  return { status: response.status, body: await response.json() }
}

describe('a URL', () => {
  test('is described by a HEAD alone, with its checksum by a GET', async () => {
    const url = world.serveText('/some/data.csv?token=1', 'a,b\n')
    world.serveText('/some/data.csv', 'a,b\n')
    expect((await fileinfo({ type: 'url', url })).body).toEqual([
      { index: 0, type: 'url', valid: true, contentLength: '4', contentType: 'text/plain', filename: 'data.csv' },
    ])
    expect(world.requests.map(({ method }) => method)).toEqual(['HEAD'])
    const { body } = await fileinfo({ type: 'url', url, checksum: 'true' })
    expect(body).toMatchObject([{ checksum: sha256('a,b\n'), checksumType: 'sha256' }])
  })

  test('gets its own headers, and the consumer’s values in the query or as the body', async () => {
    const url = world.serveText('/values', 'x')
    const headers = { 'X-Key': 'k', Host: 'evil.test' }
    await fileinfo({ type: 'url', url, headers, userdata: { year: 2024, list: [1, 2] } })
    expect(world.requests.at(-1)).toMatchObject({ url: '/values?year=2024&list=1&list=2', headers: { 'x-key': 'k' } })
    expect(world.requests.at(-1)?.headers.host).not.toBe('evil.test')
    await fileinfo({ type: 'url', url, method: 'POST', userdata: '{"year":2024}' })
    expect(world.requests.at(-1)).toMatchObject({ method: 'POST', url: '/values', body: '{"year":2024}' })
    await fileinfo({ type: 'url', url, userdata: 'no json' })
    expect(world.requests.at(-1)?.url).toBe('/values')
  })

  test('has no checksum above the limit, whether or not its length is told', async () => {
    const url = world.serveText('/long', 'x'.repeat(1_001))
    expect((await fileinfo({ type: 'url', url, checksum: true })).body[0]).not.toHaveProperty('checksum')
    world.answers.set('/chunked', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      for (let count = 0; count < 11; count += 1) response.write('x'.repeat(100))
      response.end()
    })
    const { body } = await fileinfo({ type: 'url', url: `${world.files.url}/chunked`, checksum: true })
    expect(body).toEqual([
      { index: 0, type: 'url', valid: true, contentLength: '', contentType: 'text/plain', filename: 'chunked' },
    ])
  })

  test('whose HEAD is not allowed is asked by GET', async () => {
    world.answers.set('/no-head', ({ method }, response) => {
      response.writeHead(method === 'HEAD' ? 405 : 200, { 'content-type': 'text/plain', 'content-length': 2 })
      response.end(method === 'HEAD' ? undefined : 'ok')
    })
    expect((await fileinfo({ type: 'url', url: `${world.files.url}/no-head` })).body).toMatchObject([{ valid: true }])
  })
})

describe('GraphQL', () => {
  test('posts the query with the consumer’s values as variables', async () => {
    const url = world.serveText('/graphql', '{"data":{}}', 'application/json')
    const { body } = await fileinfo({
      type: 'graphql',
      url,
      query: '{ nfts { id } }',
      userdata: { first: 1 },
      checksum: 1,
    })
    expect(body).toMatchObject([
      { type: 'graphql', valid: true, contentType: 'application/json', checksum: sha256('{"data":{}}') },
    ])
    expect(JSON.parse(world.requests.at(-1)?.body ?? '')).toEqual({ query: '{ nfts { id } }', variables: { first: 1 } })
  })
})

describe('IPFS and Arweave', () => {
  test('are fetched through their gateways, which an identifier cannot leave', async () => {
    const gateways = await createWorld({
      fetch: {
        ...{ allowPrivateAddresses: true, mirrors: [], maxChecksumLength: 1_000, timeoutMs: 2_000 },
        ...{ ipfsGateway: `${world.files.url}/`, arweaveGateway: `${world.files.url}/ar/` },
      },
    })
    try {
      world.serveText('/ipfs/Qm1', 'ipfs')
      world.serveText('/ar/id', 'arweave')
      world.serveText('/secret', 'secret')
      const ask = async (body: JsonObject) =>
        (await gateways.post('/api/services/fileinfo', { ...body, checksum: 1 })).json()
      expect(await ask({ type: 'ipfs', hash: 'Qm1' })).toMatchObject([
        { valid: true, filename: 'Qm1', checksum: sha256('ipfs') },
      ])
      expect(await ask({ type: 'arweave', transactionId: 'id' })).toMatchObject([
        { valid: true, filename: '', checksum: sha256('arweave') },
      ])
      for (const hash of ['../secret', 'a/%2e%2E/../secret', '?x']) {
        expect(await ask({ type: 'ipfs', hash })).toEqual([{ index: 0, type: 'ipfs', valid: false }])
      }
    } finally {
      await gateways.close()
    }
  })

  test('are not valid where there is no gateway', async () => {
    expect((await fileinfo({ type: 'ipfs', hash: 'Qm1' })).body).toEqual([{ index: 0, type: 'ipfs', valid: false }])
  })
})

describe('a smart contract', () => {
  const abi = {
    ...{ type: 'function', name: 'erc721List', stateMutability: 'view' },
    inputs: [{ name: 'nft', type: 'address' }],
    outputs: [{ name: '', type: 'address' }],
  }
  const object = () => ({ type: 'smartcontract', address: world.contracts.ERC721Factory, chainId: 8996, abi })

  test('is read with the consumer’s values as arguments', async () => {
    const { nft } = await world.publish()
    const { body } = await fileinfo({ ...object(), userdata: { nft }, checksum: true })
    const content = JSON.stringify(nft)
    expect(body).toEqual([
      {
        ...{
          index: 0,
          type: 'smartcontract',
          valid: true,
          contentLength: content.length,
          contentType: 'application/json',
        },
        ...{ checksum: sha256(content), checksumType: 'sha256' },
      },
    ])
  })

  test.each([
    ['malformed smartcontract type, missing contract address', { address: '' }],
    ['invalid abi', { abi: 'x' }],
    ['only view or pure functions are allowed', { abi: { ...abi, stateMutability: 'payable' } }],
    ['missing name', { abi: { ...abi, name: '' } }],
    ['Missing parameters', {}],
  ])('is refused with "%s"', async (error, change) => {
    expect(await fileinfo({ ...object(), ...change })).toEqual({ status: 400, body: { error } })
  })
})

test.each([
  ['Unsafe method put.', { type: 'url', url: 'http://x', method: 'PUT' }],
  ['Invalid file name format. It was not possible to get the file name.', { type: 'url', url: './secret/file' }],
  ['missing graphql endpoint', { type: 'graphql' }],
  ['missing graphql query', { type: 'graphql', url: 'http://x' }],
])('a description is refused with "%s"', async (error, body) => {
  expect(await fileinfo(body)).toEqual({ status: 400, body: { error } })
})

test('the files of a service are described in order, each for itself', async () => {
  const url = world.serveText('/one', 'one')
  const { did } = await world.publish({
    files: [
      { type: 'url', url },
      { type: 'url', url: `${world.files.url}/gone` },
    ],
  })
  expect((await fileinfo({ did, serviceId: '0' })).body).toMatchObject([
    { index: 0, valid: true, filename: 'one' },
    { index: 1, valid: false },
  ])
})

test('a published description that is wrong is an error', async () => {
  const { did } = await world.publish({ files: [{ type: 'carrier pigeon' }] })
  expect(await fileinfo({ did, serviceId: '0' })).toEqual({
    status: 400,
    body: { error: 'Unsupported type carrier pigeon' },
  })
})
