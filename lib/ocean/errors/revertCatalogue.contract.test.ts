import { type Abi, type Address, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChain } from '@/devnet/chain/startChain'
import { datatokenAbi } from '../abis/datatokenAbi'
import { dispenserAbi } from '../abis/dispenserAbi'
import { erc721FactoryAbi } from '../abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '../abis/erc721TemplateAbi'
import { fixedRateExchangeAbi } from '../abis/fixedRateExchangeAbi'
import { simulateCall } from '../clients/simulateCall'
import { publishAsset } from '../flows/publishAsset'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { Pricing } from '../types/draft'
import { getRevertKind } from './getRevertKind'
import type { RevertKind } from './revertCatalogue'

let bench: TestBench
let plain: Published
let free: Published
let priced: Published

type Published = { dataNft: Address; datatoken: Address; exchangeId: Hex | undefined }

beforeAll(async () => {
  bench = createTestBench(await startChain())
  const publish = async (pricing: Pricing): Promise<Published> => {
    const files = [{ type: 'url' as const, url: 'https://example.org/file' }]
    const { value, error } = await runFlow(
      publishAsset(bench.connect(3).client, { draft: { type: 'dataset', name: 'Data', files, pricing } }),
    )
    if (!value) throw error
    return value
  }
  plain = await publish({ type: 'none' })
  free = await publish({ type: 'free', template: 1 })
  priced = await publish({ type: 'fixed', price: 10n ** 18n, baseToken: bench.chain.contracts.Ocean, template: 1 })
})
afterAll(() => bench[Symbol.asyncDispose]())

const one = 10n ** 18n
const zeroHash: Hex = `0x${'00'.repeat(32)}`
const junk = {
  providerFeeToken: zeroAddress,
  providerFeeAmount: 0n,
  v: 27,
  r: zeroHash,
  s: zeroHash,
  validUntil: 0n,
  providerData: '0x',
}
const noFee = { consumeMarketFeeAddress: zeroAddress, consumeMarketFeeToken: zeroAddress, consumeMarketFeeAmount: 0n }
const metadata = (proofs: unknown[]) => [0, '', '', '0x00', '0x12', zeroHash, proofs]

type Case = [
  kind: RevertKind,
  who: 'alice' | 'bob',
  call: () => { address: Address; abi: Abi; functionName: string; args: readonly unknown[] },
]
const cases: Case[] = [
  [
    'datatokenMissing',
    'bob',
    () => ({
      address: plain.datatoken,
      abi: datatokenAbi,
      functionName: 'startOrder',
      args: [zeroAddress, 0n, { ...junk, providerFeeAddress: plain.dataNft }, noFee],
    }),
  ],
  [
    'quoteInvalid',
    'alice',
    () => ({
      address: plain.datatoken,
      abi: datatokenAbi,
      functionName: 'reuseOrder',
      args: [zeroHash, { ...junk, providerFeeAddress: plain.dataNft }],
    }),
  ],
  [
    'notMinter',
    'bob',
    () => ({ address: plain.datatoken, abi: datatokenAbi, functionName: 'mint', args: [plain.dataNft, one] }),
  ],
  [
    'dispenserInactive',
    'bob',
    () => ({
      address: bench.chain.contracts.Dispenser,
      abi: dispenserAbi,
      functionName: 'dispense',
      args: [plain.datatoken, one, plain.dataNft],
    }),
  ],
  [
    'dispenserLimit',
    'bob',
    () => ({
      address: bench.chain.contracts.Dispenser,
      abi: dispenserAbi,
      functionName: 'dispense',
      args: [free.datatoken, 2n * one, bench.connect(4).address],
    }),
  ],
  [
    'zeroAmount',
    'bob',
    () => ({
      address: bench.chain.contracts.Dispenser,
      abi: dispenserAbi,
      functionName: 'dispense',
      args: [free.datatoken, 0n, bench.connect(4).address],
    }),
  ],
  [
    'notPriceOwner',
    'bob',
    () => ({
      address: bench.chain.contracts.Dispenser,
      abi: dispenserAbi,
      functionName: 'deactivate',
      args: [free.datatoken],
    }),
  ],
  [
    'notPriceOwner',
    'bob',
    () => ({
      address: bench.chain.contracts.FixedPrice,
      abi: fixedRateExchangeAbi,
      functionName: 'setRate',
      args: [priced.exchangeId, one],
    }),
  ],
  [
    'exchangeMissing',
    'bob',
    () => ({
      address: bench.chain.contracts.FixedPrice,
      abi: fixedRateExchangeAbi,
      functionName: 'buyDT',
      args: [zeroHash, one, one, zeroAddress, 0n],
    }),
  ],
  [
    'priceRose',
    'bob',
    () => ({
      address: bench.chain.contracts.FixedPrice,
      abi: fixedRateExchangeAbi,
      functionName: 'buyDT',
      args: [priced.exchangeId, one, one, zeroAddress, 0n],
    }),
  ],
  [
    'allowanceMissing',
    'bob',
    () => ({
      address: bench.chain.contracts.FixedPrice,
      abi: fixedRateExchangeAbi,
      functionName: 'buyDT',
      args: [priced.exchangeId, one, 2n * one, zeroAddress, 0n],
    }),
  ],
  [
    'zeroAmount',
    'bob',
    () => ({
      address: bench.chain.contracts.FixedPrice,
      abi: fixedRateExchangeAbi,
      functionName: 'buyDT',
      args: [priced.exchangeId, 0n, one, zeroAddress, 0n],
    }),
  ],
  [
    'notMetadataUpdater',
    'bob',
    () => ({ address: plain.dataNft, abi: erc721TemplateAbi, functionName: 'setMetaData', args: metadata([]) }),
  ],
  [
    'proofInvalid',
    'alice',
    () => ({
      address: plain.dataNft,
      abi: erc721TemplateAbi,
      functionName: 'setMetaData',
      args: metadata([{ validatorAddress: plain.dataNft, v: 27, r: zeroHash, s: zeroHash }]),
    }),
  ],
  [
    'notOwner',
    'bob',
    () => ({ address: plain.dataNft, abi: erc721TemplateAbi, functionName: 'addManager', args: [plain.dataNft] }),
  ],
  [
    'notOwner',
    'bob',
    () => ({
      address: plain.dataNft,
      abi: erc721TemplateAbi,
      functionName: 'addToMetadataList',
      args: [plain.dataNft],
    }),
  ],
  [
    'notDeployer',
    'bob',
    () => ({ address: plain.datatoken, abi: datatokenAbi, functionName: 'addMinter', args: [plain.dataNft] }),
  ],
  [
    'alreadyMinter',
    'alice',
    () => ({
      address: plain.datatoken,
      abi: datatokenAbi,
      functionName: 'addMinter',
      args: [bench.connect(3).address],
    }),
  ],
  [
    'dispenserExists',
    'alice',
    () => ({
      address: free.datatoken,
      abi: datatokenAbi,
      functionName: 'createDispenser',
      args: [bench.chain.contracts.Dispenser, one, one, false, zeroAddress],
    }),
  ],
  [
    'wrongContract',
    'alice',
    () => ({
      address: plain.datatoken,
      abi: datatokenAbi,
      functionName: 'createDispenser',
      args: [plain.dataNft, one, one, true, zeroAddress],
    }),
  ],
  [
    'notTransferable',
    'bob',
    () => ({
      address: plain.dataNft,
      abi: erc721TemplateAbi,
      functionName: 'safeTransferFrom',
      args: [bench.connect(3).address, bench.connect(4).address, 1n],
    }),
  ],
  [
    'balanceTooLow',
    'bob',
    () => ({ address: plain.datatoken, abi: datatokenAbi, functionName: 'transfer', args: [plain.dataNft, one] }),
  ],
  [
    'templateUnavailable',
    'alice',
    () => ({
      address: plain.dataNft,
      abi: erc721TemplateAbi,
      functionName: 'createERC20',
      args: [99n, ['a', 'b'], [plain.dataNft, zeroAddress, zeroAddress, zeroAddress], [one, 0n], []],
    }),
  ],
  [
    'cannotHoldNft',
    'alice',
    () => ({
      address: bench.chain.contracts.ERC721Factory,
      abi: erc721FactoryAbi,
      functionName: 'deployERC721Contract',
      args: ['a', 'b', 1n, zeroAddress, zeroAddress, '', true, bench.chain.contracts.FixedPrice],
    }),
  ],
]

test.each(cases)('%s is what the contract means, asked by %s', async (kind, who, call) => {
  const { client, address } = bench.connect(who === 'alice' ? 3 : 4)
  await expect(simulateCall(client, call(), address)).rejects.toMatchObject({
    name: 'TransactionRevertedError',
    kind,
    reason: expect.any(String),
  })
})

test('texts outside the catalogue are not guessed at', () => {
  expect(getRevertKind('something new')).toBe('unknown')
  expect(getRevertKind(undefined)).toBe('unknown')
})
