import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import { assetSchema } from './assetSchemas'
import { jobSchema } from './jobSchemas'
import { environmentsSchema, fileInfosSchema, nonceSchema, providerRootSchema } from './providerSchemas'

const owner = '0x1a642f0E3c3aF545E7AcBD38b07251B3990914F1'
const job = {
  agreementId: '0x12',
  jobId: '9f9178dcffd34130a3158ce9ca3d15ff',
  owner,
  status: 70,
  statusText: 'Job finished',
  dateCreated: '1700000000.123456',
  dateFinished: '1700000090.654321',
  results: [
    { filename: 'result', filesize: 1963, type: 'output' },
    { filename: 'configure.log', filesize: 5402, type: 'configrationLog' },
  ],
  stopreq: 0,
  removed: 0,
  algoDID: 'did:op:1',
  inputDID: ['did:op:2'],
}

test('a finished job has dates, results in place and the wire spelling put right', () => {
  expect(z.parse(jobSchema, job)).toMatchObject({
    phase: 'succeeded',
    ended: true,
    dateFinished: new Date(1_700_000_090_654.321),
    results: [
      { index: 0, type: 'output', size: 1963 },
      { index: 1, type: 'configurationLog' },
    ],
  })
})

test.each([
  [{ dateFinished: null, results: '', status: 1, statusText: 'Warming up' }, 'queued', false],
  [{ dateFinished: null, results: '', status: 40, statusText: 'Running algorithm ' }, 'running', false],
  [{ results: '' }, 'failed', true],
  [{ status: 31 }, 'failed', true],
  [{ stopreq: 1 }, 'stopped', true],
  [{ stopreq: 2 }, 'timedOut', true],
])('a job with %o is %s', (changes, phase, ended) => {
  expect(z.parse(jobSchema, { ...job, ...changes })).toMatchObject({ phase, ended })
})

test('environments are read as map and as list, with numbers as text', () => {
  const environment = {
    id: 'e',
    cpuNumber: '2',
    priceMin: '0',
    consumerAddress: owner,
    maxJobDuration: '60',
    lastSeen: '1705855599.640261',
  }
  const expected = [
    { id: 'e', cpuNumber: 2, free: true, maxJobDuration: 60, lastSeen: new Date(1_705_855_599_640.261) },
  ]
  expect(z.parse(environmentsSchema, [environment])).toMatchObject(expected)
  expect(z.parse(environmentsSchema, { 8996: [environment] })).toMatchObject({ 8996: expected })
})

test('root documents of old and new Providers are read', () => {
  const serviceEndpoints = { nonce: ['GET', '/api/services/nonce'] }
  expect(z.parse(providerRootSchema, { providerAddress: owner, chainId: 1, serviceEndpoints })).toMatchObject({
    providerAddress: owner,
  })
  const modern = {
    providerAddresses: { 8996: owner },
    chainIds: [8996],
    software: 'Provider',
    version: '2.1.6',
    serviceEndpoints,
  }
  expect(z.parse(providerRootSchema, modern).serviceEndpoints.nonce).toEqual({
    method: 'GET',
    path: '/api/services/nonce',
  })
})

test('an endpoint on another host is refused', () => {
  const serviceEndpoints = { nonce: ['GET', 'https://elsewhere.test/nonce'] }
  expect(z.safeParse(providerRootSchema, { providerAddress: owner, chainId: 1, serviceEndpoints }).success).toBe(false)
})

test.each(['2', 2, '1644315615.24195', null])('nonce %j is accepted', (nonce) => {
  expect(z.safeParse(nonceSchema, { nonce }).success).toBe(true)
})

test('file descriptions with and without length and checksum are read', () => {
  const [unknown, whole] = z.parse(fileInfosSchema, [
    { index: 0, type: 'url', valid: true, contentLength: '' },
    { index: 1, type: 'url', valid: true, contentLength: '2474', checksum: 'AB'.repeat(32), checksumType: 'sha256' },
  ])
  expect(unknown).toMatchObject({ contentLength: undefined, checksum: undefined })
  expect(whole).toMatchObject({ contentLength: 2474, checksum: 'ab'.repeat(32) })
})

test('an asset keeps every key and every casing it came with', () => {
  const asset = {
    '@context': ['https://w3id.org/did/v1'],
    id: 'did:op:1',
    version: '4.1.0',
    chainId: 8996,
    nftAddress: owner.toLowerCase(),
    metadata: { description: 'd', name: 'n', type: 'dataset', author: 'a', license: 'l', unknown: { kept: [null] } },
    services: [
      {
        id: '0',
        type: 'access',
        files: '0x04',
        datatokenAddress: owner,
        serviceEndpoint: 'http://p',
        timeout: 0,
        more: 1,
      },
    ],
    nft: { address: owner, name: 'n', symbol: 's', state: 5, owner },
    datatokens: [],
    event: { tx: '0x1', block: 1, from: owner, contract: owner, datetime: '2023-11-14T22:13:20' },
    stats: {},
    purgatory: { state: false },
    later: true,
  }
  expect(z.parse(assetSchema, asset)).toEqual(asset)
})
