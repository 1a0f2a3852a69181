import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Aquarius } from '../createAquarius'
import { buildDdo } from '../testing/buildDdo'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork'

let network: TestNetwork
let aquarius: Aquarius

beforeAll(async () => {
  network = await createTestNetwork()
  aquarius = await network.startAquarius()
})
afterAll(() => network?.close())
beforeEach(() => {
  network.decrypter.failure = undefined
})

const getStatus = async (did: string) => (await aquarius.app.request(`/api/aquarius/assets/ddo/${did}`)).status
const getState = async (did: string) => (await aquarius.app.request(`/api/aquarius/state/ddo?did=${did}`)).json()
async function trigger(transactionId: string) {
  const body = JSON.stringify({ transactionId, chain_id: network.chain.chainId })
  const response = await aquarius.app.request('/api/aquarius/assets/triggerCaching', { method: 'POST', body })
  return { status: response.status, text: await response.text() }
}

describe('a Provider that fails', () => {
  it('leaves the document in the retry queue, and other assets are indexed meanwhile', async () => {
    const { alice, decrypter } = network
    const lost = await alice.publish('Lost for now', 'http://127.0.0.1:9')
    const found = await alice.publish('Found at once', decrypter.url)
    await aquarius.idle()
    expect(await getStatus(lost.did)).toBe(404)
    expect(await getStatus(found.did)).toBe(200)
    const queue = await (await aquarius.app.request('/api/aquarius/state/retryQueue')).json()
    expect(queue.hits.hits.map((hit: { _source: { did: string } }) => hit._source.did)).toEqual([lost.did])
    expect(await getState(lost.did)).toMatchObject({
      did: lost.did,
      valid: false,
      error: expect.stringContaining('could not be asked'),
    })
  })

  it('is asked again, and what it says then is indexed', async () => {
    const { alice, decrypter } = network
    decrypter.failure = { status: 503, body: 'out of order' }
    const { did, nft, hash } = await alice.publish('Second try', decrypter.url)
    await aquarius.idle()
    expect(await getState(did)).toMatchObject({ valid: false, error: 'The Provider answered 503: out of order' })
    decrypter.failure = undefined
    expect(await trigger(hash)).toEqual({ status: 200, text: 'Queued' })
    await aquarius.idle()
    expect(await getStatus(did)).toBe(200)
    expect(await getState(did)).toEqual({ nft, did, chain_id: 8996, tx_id: hash, valid: true, error: null })
  })

  it('is not asked again after a refusal, until the state of the asset changes', async () => {
    const { alice, decrypter, chain } = network
    const created = await alice.create('Born dead')
    const document = buildDdo({ ...created, chainId: chain.chainId, name: 'Born dead' })
    await alice.setMetadata({ nft: created.nft, document, decryptorUrl: decrypter.url, state: 1 })
    await aquarius.idle()
    const asked = decrypter.requests.length
    await aquarius.idle()
    expect(decrypter.requests.length).toBe(asked)
    expect(await getState(created.did)).toMatchObject({ valid: false, error: expect.stringContaining('403') })
    await alice.setState(created.nft, 0)
    await aquarius.idle()
    expect(await getStatus(created.did)).toBe(200)
  })
})

describe('a document that is not right', () => {
  it.each([
    ['is not valid', { metadata: { name: 'x' } }, /metadata/],
    ['belongs to another data NFT', { id: `did:op:${'1'.repeat(64)}` }, /data NFT's is/],
    ['has an unknown schema version', { version: '9.9.9' }, /schema 9.9.9/],
  ])('is refused for good when it %s', async (_reason, change, error) => {
    const { alice, decrypter, chain } = network
    const created = await alice.create('Wrong')
    const document = { ...buildDdo({ ...created, chainId: chain.chainId, name: 'Wrong' }), ...change }
    await alice.setMetadata({ nft: created.nft, document, decryptorUrl: decrypter.url })
    await aquarius.idle()
    expect(await getStatus(created.did)).toBe(404)
    expect(await getState(created.did)).toMatchObject({ valid: false, error: expect.stringMatching(error) })
  })

  it('leaves the version before it in place', async () => {
    const { alice, decrypter } = network
    const { did, nft, hash } = await alice.publish('Good version', decrypter.url)
    await alice.setMetadata({ nft, document: '[]', decryptorUrl: decrypter.url })
    await aquarius.idle()
    const ddo = await (await aquarius.app.request(`/api/aquarius/assets/ddo/${did}`)).json()
    expect([ddo.metadata.name, ddo.event.tx]).toEqual(['Good version', hash])
  })

  it('may be clear text', async () => {
    const { alice, decrypter, chain } = network
    const created = await alice.create('Open book')
    const document = buildDdo({ ...created, chainId: chain.chainId, name: 'Open book' })
    await alice.setMetadata({ nft: created.nft, document, decryptorUrl: `${decrypter.url}/`, flags: 0 })
    await aquarius.idle()
    expect(await getStatus(created.did)).toBe(200)
  })
})
