import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevelopmentChain, startChain } from '../chain/startChain'
import { openDatabase } from '../storage/openDatabase'
import { type Aquarius, createAquarius } from './createAquarius'
import { aquariusMigrations } from './migrations'
import { createPublisher, type Publisher } from './testing/createPublisher'
import { type Decrypter, startDecrypter } from './testing/startDecrypter'

let chain: DevelopmentChain
let decrypter: Decrypter
let alice: Publisher
let aquarius: Aquarius

beforeAll(async () => {
  chain = await startChain()
  decrypter = await startDecrypter(chain.rpcUrl)
  const { rpcUrl, chainId, contracts, startBlock } = chain
  const [aliceKey, aquariusKey] = [chain.accounts[3]?.privateKey ?? '0x', chain.accounts[15]?.privateKey ?? '0x']
  alice = createPublisher({ rpcUrl, chainId, factory: contracts.ERC721Factory, privateKey: aliceKey })
  aquarius = createAquarius({
    ...{ rpcUrl, chainId, contracts, startBlock, privateKey: aquariusKey, pollingInterval: 20 },
    database: openDatabase({ file: ':memory:', migrations: aquariusMigrations }),
    log: () => undefined,
  })
  await aquarius.start()
})
afterAll(async () => {
  await aquarius?.close()
  await decrypter?.close()
  await chain?.close()
})

const get = (path: string) => aquarius.app.request(path)
const post = (path: string, body: unknown) => aquarius.app.request(path, { method: 'POST', body: JSON.stringify(body) })

describe('a published asset', () => {
  it('is served with the sections the indexer adds', async () => {
    const { did, nft, datatoken, hash } = await alice.publish('Branin function', decrypter.url)
    await aquarius.idle()
    const response = await get(`/api/aquarius/assets/ddo/${did}`)
    expect(response.status).toBe(200)
    const datatokenEntry = { address: datatoken, name: 'Branin function: DT1', symbol: 'DT1' }
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(await response.json()).toMatchObject({
      id: did,
      nftAddress: nft,
      event: { tx: hash, txid: hash, block: expect.any(Number), from: alice.address, contract: nft, datetime: time },
      nft: {
        address: nft,
        name: 'Branin function',
        symbol: 'NFT',
        state: 0,
        tokenURI: 'data:,first',
        owner: alice.address,
        created: time,
      },
      datatokens: [
        { ...datatokenEntry, serviceId: '0' },
        { ...datatokenEntry, serviceId: '1' },
      ],
      stats: { allocated: 0, orders: 0, price: {} },
      purgatory: { state: false },
    })
  })

  it('is found by words of its name', async () => {
    const { did } = await alice.publish('Ackley landscape', decrypter.url)
    await aquarius.idle()
    const response = await post('/api/aquarius/assets/query', { query: { query_string: { query: 'ackley' } } })
    expect((await response.json()).hits).toMatchObject({
      total: { value: 1, relation: 'eq' },
      hits: [{ _id: did, _source: { id: did } }],
    })
  })

  it('is unknown, in the words clients look for, before it is published', async () => {
    const did = `did:op:${'0'.repeat(64)}`
    const response = await get(`/api/aquarius/assets/ddo/${did}`)
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: `Asset DID ${did} not found in Elasticsearch.` },
    ])
  })
})
