import { expect, it } from 'vitest'
import { openDatabase } from '../../storage/openDatabase'
import { aquariusMigrations } from '../migrations'
import { searchAssets } from '../search/searchAssets'
import { readAsset } from '../storage/assets'
import { findMetadataEvent } from '../storage/metadataEvents'
import { buildDdo } from '../testing/buildDdo'
import { appendRange } from './journal'
import type { MetadataEvent } from './types'

const nft = '0xa331155197F70e5e1EA0CC2A1f9ddB1D49A9C1De'
const did = 'did:op:3dfcc20f9727c242e429b86c25a3e7be29495a06ccb844398a0a4aa8d9f196fe'
const ddo = buildDdo({ nft, datatoken: nft, did, chainId: 8996, name: 'Odd' })
const event: MetadataEvent = {
  ...{
    block: 1,
    logIndex: 0,
    transactionHash: '0x01',
    nft,
    did,
    kind: 'created',
    state: 0,
    decryptorUrl: '',
    flags: '0x02',
  },
  ...{ data: '0x', hash: '0x02', timestamp: 1_700_000_000, sender: nft, leading: true },
}

function index(document: object | string) {
  const database = openDatabase({ file: ':memory:', migrations: aquariusMigrations })
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const examinations = [{ event, outcome: { status: 'indexed', document: text } as const, facts: [] }]
  appendRange(database, { facts: [], examinations, blocks: [{ number: 1, hash: '0x01' }] })
  return database
}

it.each<[string, object | string]>([
  [
    'characters that text rarely holds',
    { ...ddo, metadata: { ...ddo.metadata, name: 'a\u0000b \ud800 "quoted" | * 12|x' } },
  ],
  [
    'keys that objects rarely have',
    JSON.stringify(ddo).replace('"author"', '"__proto__":{"x":1},"":2,"a.b c\'\\"":3,"author"'),
  ],
  ['numbers at the edge', { ...ddo, additional: [1e308, -0, 1e-300, 2 ** 53, 0.1] }],
  ['a single service outside a list', { ...ddo, services: ddo.services[0] }],
  ['nulls among its services', { ...ddo, services: [null, [ddo.services[0]], null] }],
  ['no services', { ...ddo, services: [] }],
  [
    'thousands of values',
    { ...ddo, metadata: { ...ddo.metadata, tags: Array.from({ length: 30_000 }, (_, number) => `tag ${number}`) } },
  ],
])('indexes a document with %s', (_title, document) => {
  const database = index(document)
  expect(JSON.parse(readAsset(database, did) ?? '{}')).toMatchObject({
    id: did,
    nft: { address: nft },
    event: { tx: '0x01' },
  })
  expect(searchAssets(database, { query: { term: { 'metadata.author': 'ada' } } }).hits.total?.value).toBe(1)
})

it('calls a document invalid that cannot be stored, and goes on', () => {
  const database = index('not json')
  expect(readAsset(database, did)).toBeUndefined()
  expect(findMetadataEvent(database, { did })).toMatchObject({
    status: 'invalid',
    error: expect.stringContaining('cannot be indexed'),
  })
})
