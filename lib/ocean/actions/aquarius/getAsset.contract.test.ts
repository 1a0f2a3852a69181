import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { createTestBench, type TestBench } from '../../testing/createTestBench'
import { getDid } from '../../utils/getDid'
import { getAsset } from './getAsset'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
afterAll(() => bench[Symbol.asyncDispose]())

const dataNft = '0xBE5449a6A97aD46c8558A3356267Ee5D2731ab5e'

test.each([
  ['the one its DID is made of', dataNft.toLowerCase(), dataNft],
  ['another one', '0x2473f4F7bf40ed9310838edFCA6262C17A59DF64', undefined],
  ['none', undefined, undefined],
])('a withdrawn asset names its data NFT when the cache gives %s', async (_, address, expected) => {
  const { client } = bench.connect(3)
  const did = getDid(dataNft, client.network.chainId)
  bench.services.intercept = () => new Response(JSON.stringify({ id: did, nft: { state: 3, address } }))
  await expect(getAsset(client, { did })).rejects.toMatchObject({
    name: 'AssetUnavailableError',
    state: 3,
    dataNft: expected,
  })
})
