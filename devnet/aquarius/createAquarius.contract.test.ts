import { encodeFunctionData, parseAbi, parseEther, parseUnits, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { dispenserAbi } from '@/lib/ocean/abis/dispenserAbi'
import { erc721TemplateAbi } from '@/lib/ocean/abis/erc721TemplateAbi'
import { fixedRateExchangeAbi } from '@/lib/ocean/abis/fixedRateExchangeAbi'
import type { Aquarius } from './createAquarius'
import { buildDdo } from './testing/buildDdo'
import { createTestNetwork, type TestNetwork } from './testing/createTestNetwork'

let network: TestNetwork
let aquarius: Aquarius

beforeAll(async () => {
  network = await createTestNetwork()
  aquarius = await network.startAquarius()
})
afterAll(() => network?.close())

async function getDdo(did: string) {
  await aquarius.idle()
  const response = await aquarius.app.request(`/api/aquarius/assets/ddo/${did}`)
  return { status: response.status, ddo: await response.json() }
}
const publish = (name: string) => network.alice.publish(name, network.decrypter.url)

describe('publishing', () => {
  it('serves an asset with the sections the indexer adds', async () => {
    const { alice } = network
    const { did, nft, datatoken, hash } = await publish('Branin function')
    const { status, ddo } = await getDdo(did)
    const token = { address: datatoken, name: 'Branin function: DT1', symbol: 'DT1' }
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(status).toBe(200)
    expect(ddo).toMatchObject({
      id: did,
      nftAddress: nft,
      event: { tx: hash, txid: hash, block: expect.any(Number), from: alice.address, contract: nft, datetime: time },
      nft: { address: nft, name: 'Branin function', symbol: 'NFT', state: 0, tokenURI: 'data:,first', created: time },
      datatokens: [
        { ...token, serviceId: '0' },
        { ...token, serviceId: '1' },
      ],
      stats: { allocated: 0, orders: 0, price: {} },
      purgatory: { state: false },
    })
    expect(ddo.nft.owner).toBe(alice.address)
  })

  it('takes an update in place of the first version, and keeps the time of the first', async () => {
    const { alice, decrypter, chain } = network
    const created = await publish('First words')
    const { ddo: before } = await getDdo(created.did)
    const stale = { ...before, metadata: { ...before.metadata, name: 'Second words' }, stats: { orders: 99 } }
    const hash = await alice.setMetadata({ nft: created.nft, document: stale, decryptorUrl: decrypter.url })
    const { ddo } = await getDdo(created.did)
    expect(ddo.event.tx).toBe(hash)
    expect(ddo.metadata.name).toBe('Second words')
    expect(ddo.nft.created).toBe(before.nft.created)
    expect(ddo.stats.orders).toBe(0)
    expect(chain.chainId).toBe(ddo.chainId)
  })

  it('reads several documents of one transaction, each for its own data NFT', async () => {
    const { alice, decrypter, chain } = network
    const multicall = '0xcA11bde05977b3631167028862bE2a173976CA11'
    const abi = parseAbi(['function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable'])
    const assets = [await alice.create('Left hand'), await alice.create('Right hand')]
    const calls = []
    for (const asset of assets) {
      await alice.send({
        address: asset.nft,
        abi: erc721TemplateAbi,
        functionName: 'addToMetadataList',
        args: [multicall],
      })
      const name = asset === assets[0] ? 'Left hand' : 'Right hand'
      for (const version of ['first', 'second']) {
        const document = buildDdo({ ...asset, chainId: chain.chainId, name, metadata: { author: version } })
        const args = alice.encodeMetadata({ document, decryptorUrl: decrypter.url })
        const callData = encodeFunctionData({ abi: erc721TemplateAbi, functionName: 'setMetaData', args })
        calls.push({ target: asset.nft, allowFailure: false, callData })
      }
    }
    await alice.send({ address: multicall, abi, functionName: 'aggregate3', args: [calls] })
    for (const [index, { did }] of assets.entries()) {
      const { ddo } = await getDdo(did)
      expect(ddo.metadata).toMatchObject({ name: index ? 'Right hand' : 'Left hand', author: 'second' })
    }
    expect(decrypter.requests.slice(-4).map((request) => 'transactionId' in request)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('does not index what a contract outside the factory says', async () => {
    const { alice, chain, decrypter } = network
    const created = await alice.create('Real one')
    const code = await alice.client.getCode({ address: created.nft })
    const impostor = '0x00000000000000000000000000000000000bad01'
    await alice.client.request({ method: 'anvil_setCode' as never, params: [impostor, code] as never })
    const initialise = parseAbi([
      'function initialize(address owner, string name, string symbol, address factory, address extra, address updater, string uri, bool transferable) returns (bool)',
    ])
    const args = [alice.address, 'x', 'x', chain.contracts.ERC721Factory, zeroAddress, zeroAddress, '', true] as const
    await alice.send({ address: impostor, abi: initialise, functionName: 'initialize', args })
    const hash = await alice.setMetadata({ nft: impostor, document: {}, decryptorUrl: decrypter.url })
    await aquarius.idle()
    const state = await aquarius.app.request(`/api/aquarius/state/ddo?txId=${hash}`)
    expect(await state.json()).toMatchObject({ valid: false, error: 'Asset not deployed by the data NFT factory.' })
  })
})

describe('states', () => {
  it('reduces a revoked or deprecated asset and restores it when it is active again', async () => {
    const { nft, did } = await publish('Now you see me')
    await aquarius.idle()
    for (const state of [2, 3]) {
      await network.alice.setState(nft, state)
      const reduced = await getDdo(did)
      expect(reduced.status).toBe(200)
      expect(Object.keys(reduced.ddo).sort()).toEqual(['datatokens', 'event', 'nft', 'stats'])
      expect(reduced.ddo.nft.state).toBe(state)
      await network.alice.setState(nft, state - 2)
      const restored = await getDdo(did)
      expect(restored.ddo).toMatchObject({ id: did, metadata: { name: 'Now you see me' }, nft: { state: state - 2 } })
    }
  })

  it('keeps an unlisted asset readable', async () => {
    const { nft, did } = await publish('Quiet one')
    await network.alice.setState(nft, 5)
    const { ddo } = await getDdo(did)
    expect(ddo).toMatchObject({ nft: { state: 5 }, services: [{ id: '0' }, { id: '1' }] })
  })
})

describe('what happens to an asset later', () => {
  it('follows a new owner and a new token URI', async () => {
    const { alice, bob } = network
    const { nft, did } = await publish('Heirloom')
    await alice.send({ address: nft, abi: erc721TemplateAbi, functionName: 'setTokenURI', args: [1n, 'data:,later'] })
    await alice.send({
      ...{ address: nft, abi: erc721TemplateAbi, functionName: 'safeTransferFrom' },
      args: [alice.address, bob.address, 1n],
    })
    const { ddo } = await getDdo(did)
    expect(ddo.nft).toMatchObject({ owner: bob.address, tokenURI: 'data:,later' })
  })

  it('counts orders from the chain', async () => {
    const { alice, bob } = network
    const { datatoken, did } = await publish('Sold twice')
    await alice.send({
      address: datatoken,
      abi: datatokenAbi,
      functionName: 'mint',
      args: [bob.address, parseEther('5')],
    })
    const fee = { providerFeeAddress: zeroAddress, providerFeeToken: zeroAddress, providerFeeAmount: 0n }
    const unsigned = { ...fee, v: 27, r: zeroHash, s: zeroHash, validUntil: 0n, providerData: '0x' }
    const market = {
      consumeMarketFeeAddress: zeroAddress,
      consumeMarketFeeToken: zeroAddress,
      consumeMarketFeeAmount: 0n,
    }
    for (const expected of [1, 2]) {
      const args = [bob.address, 0n, unsigned, market]
      await bob.send({ address: datatoken, abi: datatokenAbi, functionName: 'startOrder', args })
      expect((await getDdo(did)).ddo.stats.orders).toBe(expected)
    }
  })

  it('prices an asset by its fixed rate, and as free while a dispenser is active', async () => {
    const { alice, chain } = network
    const { FixedPrice, Dispenser, Ocean } = chain.contracts
    const { datatoken, did } = await publish('For sale')
    await alice.send({
      ...{ address: datatoken, abi: datatokenAbi, functionName: 'createFixedRate' },
      args: [FixedPrice, [Ocean, alice.address, zeroAddress, zeroAddress], [18n, 18n, parseUnits('2.5', 18), 0n, 1n]],
    })
    const priced = { tokenAddress: Ocean, tokenSymbol: 'OCEAN' }
    expect((await getDdo(did)).ddo.stats.price).toEqual({ value: 2.5, ...priced })
    const exchangeId = await alice.client.readContract({
      ...{
        address: FixedPrice,
        abi: fixedRateExchangeAbi,
        functionName: 'generateExchangeId',
        args: [Ocean, datatoken],
      },
    })
    const onExchange = { address: FixedPrice, abi: fixedRateExchangeAbi }
    await alice.send({ ...onExchange, functionName: 'setRate', args: [exchangeId, parseUnits('7', 18)] })
    expect((await getDdo(did)).ddo.stats.price).toEqual({ value: 7, ...priced })
    await alice.send({
      ...{ address: datatoken, abi: datatokenAbi, functionName: 'createDispenser' },
      args: [Dispenser, parseEther('1'), parseEther('1'), true, zeroAddress],
    })
    expect((await getDdo(did)).ddo.stats.price).toEqual({ value: 0 })
    await alice.send({ address: Dispenser, abi: dispenserAbi, functionName: 'deactivate', args: [datatoken] })
    expect((await getDdo(did)).ddo.stats.price).toEqual({ value: 7, ...priced })
    await alice.send({ ...onExchange, functionName: 'toggleExchangeState', args: [exchangeId] })
    expect((await getDdo(did)).ddo.stats.price).toEqual({})
  })
})
