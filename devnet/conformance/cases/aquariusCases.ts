import { expect } from 'vitest'
import type { ConformanceCase } from './types'

const assetsPath = '/api/aquarius/assets'
const same = (address: string) => expect.stringMatching(new RegExp(`^${address}$`, 'i'))
const text = expect.any(String)

export const aquariusCases: readonly ConformanceCase[] = [
  {
    id: 'A1',
    title: 'a published asset is served with what the index adds',
    async run({ aquarius, assets, chainId, people }) {
      const { did, nft, datatoken, transaction } = assets.data
      const { status, json } = await aquarius(`${assetsPath}/ddo/${did}`)
      expect(status).toBe(200)
      expect(json).toMatchObject({
        ...{
          id: did,
          version: '4.1.0',
          chainId,
          nftAddress: same(nft),
          metadata: { type: 'dataset', name: 'dataset one' },
        },
        nft: {
          ...{ address: same(nft), state: 0, owner: same(people.publisher.address) },
          ...{ name: text, symbol: text, tokenURI: text, created: text },
        },
        event: {
          ...{ tx: transaction, block: expect.any(Number), datetime: text },
          ...{ from: same(people.publisher.address), contract: same(nft) },
        },
        stats: { orders: expect.any(Number), price: expect.any(Object) },
        purgatory: { state: false },
      })
      expect(json.services).toHaveLength(2)
      expect(json.datatokens).toContainEqual({ address: same(datatoken), serviceId: '1', name: text, symbol: text })
    },
  },
  {
    id: 'A2',
    title: 'the metadata alone can be asked for',
    async run({ aquarius, assets }) {
      const { status, json } = await aquarius(`${assetsPath}/metadata/${assets.data.did}`)
      expect(status).toBe(200)
      expect(json).toMatchObject({ type: 'dataset', name: 'dataset one', author: 'conformance' })
      expect(json).not.toHaveProperty('services')
    },
  },
  {
    id: 'A3',
    title: 'the names of no assets cannot be asked for',
    async run({ aquarius }) {
      const { status, json } = await aquarius(`${assetsPath}/names`, { json: { didList: [] } })
      expect({ status, json }).toEqual({ status: 400, json: { error: 'The requested didList can not be empty.' } })
    },
  },
  {
    id: 'A4',
    title: 'a document is validated as an octet stream',
    async run({ aquarius }) {
      const { status, json } = await aquarius(`${assetsPath}/ddo/validate`, { json: { version: '4.1.0' } })
      expect({ status, json }).toEqual({
        ...{ status: 400, json: { error: 'Invalid request content type: should be application/octet-stream' } },
      })
    },
  },
  {
    id: 'A5',
    title: 'what is no JSON is not validated',
    async run({ aquarius }) {
      const { status, json } = await aquarius(`${assetsPath}/ddo/validate`, { raw: 'no json' })
      expect({ status, json }).toEqual({
        ...{ status: 400, json: { error: 'Invalid payload. The request could not be converted into a dict.' } },
      })
    },
  },
  {
    id: 'A6',
    title: 'one asset is found by its id in the form of Elasticsearch',
    async run({ aquarius, assets }) {
      const { did } = assets.data
      const { status, json } = await aquarius(`${assetsPath}/query`, { json: { query: { match: { _id: did } } } })
      expect(status).toBe(200)
      expect(json.hits.total.value).toBeGreaterThan(0)
      expect(json.hits.hits.map((hit: { _source: { id: string } }) => hit._source.id)).toContain(did)
    },
  },
  {
    id: 'A7',
    title: 'an unlisted asset stays readable',
    async run({ aquarius, assets }) {
      const { status, json } = await aquarius(`${assetsPath}/ddo/${assets.unlisted.did}`)
      expect({ status, state: json.nft.state, services: json.services.length }).toEqual({
        status: 200,
        state: 5,
        services: 1,
      })
    },
  },
  {
    id: 'A8',
    title: 'how the indexing of an asset went can be asked for',
    async run({ aquarius, assets, chainId }) {
      const { did, nft, transaction } = assets.data
      const { status, json } = await aquarius('/api/aquarius/state/ddo', { query: { did } })
      expect(status).toBe(200)
      expect(json).toMatchObject({
        did,
        nft: same(nft),
        chain_id: chainId,
        tx_id: transaction,
        valid: true,
        error: null,
      })
    },
  },
  {
    id: 'A9',
    title: 'names need a list',
    async run({ aquarius }) {
      const { status, json } = await aquarius(`${assetsPath}/names`, { json: { other: 1 } })
      expect({ status, json }).toEqual({
        ...{ status: 400, json: { error: '`didList` is required in the request payload.' } },
      })
    },
  },
]
