import { type Address, encodeFunctionData, type Hex, numberToHex } from 'viem'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { erc721TemplateAbi } from '../abis/erc721TemplateAbi'
import { buildCreateAsset } from '../actions/chain/buildCreateAsset'
import { buildPublishThroughMulticall } from '../actions/chain/buildPublishInOne'
import { getDataNftOwner } from '../actions/chain/getDataNftOwner'
import { getDataNftPermissions } from '../actions/chain/getDataNftPermissions'
import { getMetadata } from '../actions/chain/getMetadata'
import { simulateCall } from '../clients/simulateCall'
import { createTestBench, type TestBench, type TestWallet } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { AssetDraft, Pricing } from '../types/draft'
import { multicall3, predictAsset } from '../utils/predictAsset'
import { publishAsset } from './publishAsset'

let bench: TestBench
beforeAll(async () => {
  bench = createTestBench(await startChain())
})
afterEach(() => bench.rpc('evm_setAutomine', [true]))
afterAll(() => bench[Symbol.asyncDispose]())

const draft: AssetDraft = {
  type: 'dataset',
  name: 'Data',
  files: [{ type: 'url', url: 'https://example.org/file' }],
  pricing: { type: 'free' },
}
const zeroHash = `0x${'00'.repeat(32)}` as const

const factoryNonce = () => bench.publicClient.getTransactionCount({ address: bench.chain.contracts.ERC721Factory })
const creation = (owner: Address) =>
  buildCreateAsset(bench.connect(3).client.network, {
    name: 'Other',
    owner,
    pricing: { type: 'none' },
    templateIndex: 1n,
    templateId: 1,
  })

async function requireWhole(wallet: TestWallet, made: { dataNft: Address; did: string } | undefined) {
  if (!made) throw new Error('Nothing was published.')
  expect(await getDataNftOwner(wallet.client, made)).toBe(wallet.address)
  expect(await getMetadata(wallet.client, made)).toMatchObject({ exists: true, state: 0 })
  const all = { manager: true, deployDatatokens: true, updateMetadata: true }
  expect(await getDataNftPermissions(wallet.client, { ...made, account: wallet.address })).toEqual(all)
  const none = { manager: false, deployDatatokens: false, updateMetadata: false }
  expect(await getDataNftPermissions(wallet.client, { ...made, account: multicall3 })).toEqual(none)
}

const pricings: [string, Pricing][] = [
  ['without a price', { type: 'none' }],
  ['given away', { type: 'free' }],
  ['given away and tradable', { type: 'free', template: 1 }],
]
test.each(pricings)('an asset %s is published with one prompt by a plain account', async (_name, pricing) => {
  const alice = bench.connect(3)
  const run = await runFlow(publishAsset(alice.client, { draft: { ...draft, pricing }, oneTransaction: true }))
  expect(run.error).toBeUndefined()
  expect(run.plan.map(({ step }) => step)).toEqual(['publishInOne'])
  expect(alice.prompts.transactions).toBe(1)
  await requireWhole(alice, run.value)
})

test('so is one with a price, which the chain knows afterwards', async () => {
  const alice = bench.connect(3)
  const pricing = { type: 'fixed' as const, price: 2n * 10n ** 18n, baseToken: bench.chain.contracts.Ocean }
  const run = await runFlow(publishAsset(alice.client, { draft: { ...draft, pricing }, oneTransaction: true }))
  expect(run.error).toBeUndefined()
  expect(run.value?.exchangeId).toMatch(/^0x[0-9a-f]{64}$/)
  await requireWhole(alice, run.value)
})

test('a wallet that batches publishes with one prompt, as itself', async () => {
  const alice = bench.connect(8, { atomic: true })
  const run = await runFlow(publishAsset(alice.client, { draft }))
  expect(run.error).toBeUndefined()
  expect(run.plan.map(({ step }) => step)).toEqual(['publishInOne'])
  expect(alice.prompts.transactions).toBe(1)
  await requireWhole(alice, run.value)
})

test.each(['publishInOne signing', 'publishInOne mining', 'publishInOne done'])(
  'closed at "%s", it is not published twice',
  async (line) => {
    const before = bench.connect(3)
    const first = await runFlow(publishAsset(before.client, { draft, oneTransaction: true }), {
      stop: (event) => event === line,
    })
    const later = bench.connect(3)
    const options = { checkpoint: first.checkpoint }
    const second = await runFlow(publishAsset(later.client, { draft, oneTransaction: true, ...options }), options)
    expect(second.error).toBeUndefined()
    expect(before.prompts.transactions + later.prompts.transactions).toBe(1)
    expect(second.plan).toHaveLength(later.prompts.transactions)
    await requireWhole(later, second.value)
  },
)

/** What others may do between the prediction and the block, with a higher fee. */
const races: [string, (other: Address) => Promise<{ to: Address; data: Hex }>][] = [
  [
    'somebody else publishes first',
    async (other) => {
      const { address, abi, functionName, args } = creation(other)
      return { to: address, data: encodeFunctionData({ abi, functionName, args }) }
    },
  ],
  [
    'somebody else adds a token to an NFT first',
    async (other) => {
      const { value } = await runFlow(publishAsset(bench.connect(4).client, { draft }))
      const zero = '0x0000000000000000000000000000000000000000'
      const args = [1n, ['a', 'b'], [other, zero, zero, zero], [10n ** 18n, 0n], []] as const
      return {
        to: value?.dataNft as Address,
        data: encodeFunctionData({ abi: erc721TemplateAbi, functionName: 'createERC20', args }),
      }
    },
  ],
]
test.each(races)('when %s, nothing of it happens and two transactions follow', async (_name, prepare) => {
  const other = bench.connect(4).address
  const rival = await prepare(other)
  const alice = bench.connect(3)
  let first = true
  alice.next = async (_method, params) => {
    const [transaction] = params as [Record<string, unknown>]
    await bench.rpc('evm_setAutomine', [false])
    const hash = await bench.rpc('eth_sendTransaction', [
      { ...transaction, gas: numberToHex(4_000_000), gasPrice: numberToHex(10n ** 10n) },
    ])
    await bench.rpc('eth_sendTransaction', [
      { from: other, ...rival, gas: numberToHex(2_000_000), gasPrice: numberToHex(10n ** 11n) },
    ])
    await bench.rpc('evm_mine')
    await bench.rpc('evm_setAutomine', [true])
    first = false
    return hash
  }
  const run = await runFlow(publishAsset(alice.client, { draft, oneTransaction: true }))
  expect(first).toBe(false)
  expect(run.error).toBeUndefined()
  expect(run.trace).toContain('publishInOne dropped')
  expect(run.plan.map(({ step }) => step)).toEqual(['create', 'publish'])
  expect(alice.prompts.transactions).toBe(3)
  await requireWhole(alice, run.value)
})

/** The one call for addresses which the factory will reach after `offset` more creations. */
async function callFor(offset: number) {
  const alice = bench.connect(3)
  const predicted = predictAsset(bench.chain.contracts.ERC721Factory, (await factoryNonce()) + offset)
  const metadata = {
    dataNft: predicted.dataNft,
    state: 0,
    decryptorUrl: '',
    decryptorAddress: alice.address,
    flags: '0x00',
    data: '0x12',
    hash: zeroHash,
    proofs: [],
  } as const
  const common = {
    name: 'Data',
    owner: alice.address,
    pricing: { type: 'none' },
    templateIndex: 1n,
    templateId: 1,
  } as const
  const salt = numberToHex(Date.now(), { size: 32 })
  return {
    alice,
    call: buildPublishThroughMulticall(alice.client.network, {
      ...common,
      datatoken: predicted.datatoken,
      metadata,
      salt,
    }),
  }
}

test('a true prediction passes, and one that is too low or too high fails as a whole', async () => {
  const { alice, call } = await callFor(0)
  await expect(simulateCall(alice.client, call, alice.address)).resolves.toBeDefined()
  for (const offset of [-2, -1, 1, 2, 3]) {
    const wrong = await callFor(offset)
    await expect(simulateCall(alice.client, wrong.call, alice.address)).rejects.toMatchObject({ kind: 'batchFailed' })
  }
})

test('a squatter who grants the helper rights on the predicted address receives nothing', async () => {
  const { alice, call } = await callFor(0)
  const predicted = predictAsset(bench.chain.contracts.ERC721Factory, await factoryNonce())
  const squatter = bench.connect(9)
  const send = async (to: Address, data: Hex) => {
    const hash = (await bench.rpc('eth_sendTransaction', [
      { from: squatter.address, to, data, gas: numberToHex(3_000_000) },
    ])) as Hex
    expect((await bench.publicClient.waitForTransactionReceipt({ hash })).status).toBe('success')
  }
  const { address, abi, functionName, args } = creation(squatter.address)
  await send(address, encodeFunctionData({ abi, functionName, args }))
  for (const name of ['addToMetadataList', 'addToCreateERC20List'] as const) {
    await send(
      predicted.dataNft,
      encodeFunctionData({ abi: erc721TemplateAbi, functionName: name, args: [multicall3] }),
    )
  }
  await expect(simulateCall(alice.client, call, alice.address)).rejects.toMatchObject({ kind: 'batchFailed' })
  expect(await getMetadata(alice.client, predicted)).toMatchObject({ exists: false })
})
