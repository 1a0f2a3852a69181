import {
  type Abi,
  type Address,
  encodeFunctionData,
  encodePacked,
  type Hex,
  keccak256,
  maxUint256,
  multicall3Abi,
  parseSignature,
  zeroAddress,
  zeroHash,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContractName, getArtifact } from '@/devnet/chain/artifacts'
import { type DevelopmentChain, startChain } from '@/devnet/chain/startChain'
import { english } from '@/lib/messages'
import { simulateCall } from '../clients/simulateCall'
import { publishAsset } from '../flows/publishAsset'
import { createTestBench, type TestBench } from '../testing/createTestBench'
import { runFlow } from '../testing/runFlow'
import type { Pricing } from '../types/draft'
import { multicall3 } from '../utils/predictAsset'
import { getRevertKind } from './getRevertKind'
import { revertCatalogue } from './revertCatalogue'

type Asset = { dataNft: Address; datatoken: Address; exchangeId: Hex | undefined }
type Call = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] }
type Who = 'deployer' | 'alice' | 'bob'

const accounts: Record<Who, number> = { deployer: 0, alice: 3, bob: 4 }
const one = 10n ** 18n
let chain: DevelopmentChain
let bench: TestBench
let plain: Asset
let free: Asset
let priced: Asset
let together: Asset
let capped: Address
let listed: Address
let restricted: Asset
let empty: Asset
let feeless: Address

const call = (name: ContractName, address: Address, [functionName, ...args]: [string, ...unknown[]]): Call => ({
  ...{ address, functionName, args },
  abi: getArtifact(name).abi,
})
const contracts = () => chain.contracts
const addressOf = (who: Who) => bench.connect(accounts[who]).address

async function send(who: Who, { address, ...rest }: Call): Promise<void> {
  const hash = await bench.rpc('eth_sendTransaction', [
    { from: addressOf(who), to: address, data: encodeFunctionData(rest), gas: '0x7a1200' },
  ])
  const { status } = await bench.publicClient.getTransactionReceipt({ hash: hash as Hex })
  expect(status).toBe('success')
}

async function publish(pricing: Pricing): Promise<Asset> {
  const files = [{ type: 'url' as const, url: 'https://example.org/file' }]
  const draft = { type: 'dataset' as const, name: 'Data', files, pricing }
  const { value, error } = await runFlow(publishAsset(bench.connect(3).client, { draft }))
  if (!value) throw error
  return value
}

/** A datatoken of a template other than the ones the client publishes. */
async function createToken(args: readonly unknown[]): Promise<Address> {
  const creation = call('ERC721Template', plain.dataNft, ['createERC20', ...args])
  const { result } = await bench.publicClient.simulateContract({ ...creation, account: addressOf('alice') })
  await send('alice', creation)
  return result as Address
}

beforeAll(async () => {
  chain = await startChain()
  bench = createTestBench(chain)
  const { Ocean, Dispenser, FixedPrice } = contracts()
  plain = await publish({ type: 'none' })
  free = await publish({ type: 'free', template: 1 })
  priced = await publish({ type: 'fixed', price: one, baseToken: Ocean, template: 1 })
  together = await publish({ type: 'fixed', price: one, baseToken: Ocean, template: 2 })
  restricted = await publish({ type: 'none' })
  empty = await publish({ type: 'none' })
  const alice = addressOf('alice')
  const four = [alice, zeroAddress, zeroAddress, zeroAddress]
  capped = await createToken([2n, ['a', 'b'], four, [one, 0n], []])
  listed = await createToken([4n, ['a', 'b'], listsOf(contracts().AccessListFactory), [one, 0n], ['0x1234']])
  const offers = (dt: Address, swapper: Address, withMint: boolean): Call[] => [
    call('ERC20Template', dt, ['createDispenser', Dispenser, one, one, withMint, swapper]),
    call('ERC20Template', dt, ['createFixedRate', FixedPrice, [Ocean, alice, alice, swapper], rate(one, withMint)]),
  ]
  for (const offer of [...offers(restricted.datatoken, alice, true), ...offers(empty.datatoken, zeroAddress, false)])
    await send('alice', offer)
  await send('alice', call('ERC20Template', free.datatoken, ['mint', addressOf('bob'), one]))
  await send('alice', call('ERC20Template', free.datatoken, ['mint', alice, one]))
  await send('bob', call('OceanToken', Ocean, ['approve', FixedPrice, 100n * one]))
  // Says yes to everything and moves nothing, as far as its balances tell.
  feeless = '0x00000000000000000000000000000000000fee15'
  await bench.rpc('anvil_setCode', [feeless, '0x600160005260206000f3'])
})
afterAll(() => bench[Symbol.asyncDispose]())

const rate = (price: bigint, withMint = true, fee = 0n) => [18n, 18n, price, fee, withMint ? 1n : 0n]
const listsOf = (factory: unknown) => [
  addressOf('alice'),
  ...[zeroAddress, zeroAddress, zeroAddress],
  ...[factory, zeroAddress, zeroAddress],
]
const noMarket = {
  consumeMarketFeeAddress: zeroAddress,
  consumeMarketFeeToken: zeroAddress,
  consumeMarketFeeAmount: 0n,
}
const junk = () => ({
  ...{ providerFeeAddress: plain.dataNft, providerFeeToken: zeroAddress, providerFeeAmount: 0n },
  ...{ v: 27, r: zeroHash, s: zeroHash, validUntil: 0n, providerData: '0x' },
})
const order = (name: ContractName, dt: Address, fee: unknown = junk()) =>
  call(name, dt, ['startOrder', addressOf('bob'), 0n, fee, noMarket])
const metadata = (proofs: unknown[]) =>
  call('ERC721Template', plain.dataNft, ['setMetaData', 0, '', '', '0x00', '0x12', zeroHash, proofs])
const proof = () => ({ validatorAddress: plain.dataNft, v: 27, r: zeroHash, s: zeroHash })
const buy = (exchangeId: Hex | undefined, most = 2n * one, [amount, fee]: readonly [bigint, bigint] = [one, 0n]) =>
  call('FixedRateExchange', contracts().FixedPrice, [
    ...(['buyDT', exchangeId, amount, most, fee > 0n ? addressOf('alice') : zeroAddress, fee] as const),
  ])
const sell = (dt: Address, uints: bigint[], [price, base]: readonly [Address, Address]) =>
  call('ERC20Template', dt, [
    'createFixedRate',
    price,
    [base, addressOf('alice'), addressOf('alice'), zeroAddress],
    uints,
  ])
const dispense = (dt: Address, amount = one, to: Who = 'bob') =>
  call('Dispenser', contracts().Dispenser, ['dispense', dt, amount, addressOf(to)])
const permit = (name: ContractName, token: Address, deadline: bigint) =>
  call(name, token, ['permit', addressOf('alice'), addressOf('bob'), one, deadline, 27, zeroHash, zeroHash])
const create = (template: bigint, addresses: readonly unknown[], cap = one) =>
  call('ERC721Template', plain.dataNft, ['createERC20', template, ['a', 'b'], addresses, [cap, 0n], ['0x12']])
const four = () => [addressOf('alice'), zeroAddress, zeroAddress, zeroAddress]
const exchangeOf = (dt: Address) =>
  keccak256(
    `0x${[contracts().Ocean, dt].map((address) => address.slice(2).toLowerCase().padStart(64, '0')).join('')}` as Hex,
  )

/** A quote that is in order, but for a token which does not arrive. */
async function quoteWithTax(): Promise<Call> {
  const provider = privateKeyToAccount(`0x${'77'.repeat(32)}`)
  const packed = encodePacked(
    ['bytes', 'address', 'address', 'uint256', 'uint256'],
    ['0x', provider.address, feeless, one, 0n],
  )
  const { r, s, yParity } = parseSignature(await provider.signMessage({ message: { raw: keccak256(packed) } }))
  const fee = { providerFeeAddress: provider.address, providerFeeToken: feeless, providerFeeAmount: one }
  return order('ERC20Template', free.datatoken, { ...fee, v: yParity + 27, r, s, validUntil: 0n, providerData: '0x' })
}

/** For each text of the catalogue: who asks what of which contract to be told it. */
const cases: Record<string, [who: Who, call: () => Call | Promise<Call>]> = {
  'Not enough datatokens to start Order': ['bob', () => order('ERC20Template', plain.datatoken)],
  'Not enough DT': ['bob', () => order('ERC20Template4', listed)],
  'Invalid provider fee': ['bob', () => order('ERC20Template', free.datatoken)],
  'insufficient allowance': ['alice', () => buy(priced.exchangeId)],
  'transfer amount exceeds balance': [
    'alice',
    () => call('ERC20Template', plain.datatoken, ['transfer', addressOf('bob'), one]),
  ],
  'Transfer amount is too low': ['bob', quoteWithTax],
  'Too Many Orders': [
    'bob',
    () => {
      const item = { tokenAddress: plain.datatoken, consumer: addressOf('bob'), serviceIndex: 0n }
      const orders = Array(51).fill({ ...item, _providerFee: junk(), _consumeMarketFee: noMarket })
      return call('ERC721Factory', contracts().ERC721Factory, ['startMultipleTokenOrder', orders])
    },
  ],
  'Too Many Operations': [
    'bob',
    () => {
      const { Router, Dispenser } = contracts()
      const operation = {
        ...{ exchangeIds: zeroHash, source: Dispenser, operation: 3, tokenIn: zeroAddress, amountsIn: 0n },
        ...{
          tokenOut: free.datatoken,
          amountsOut: one,
          maxPrice: 0n,
          swapMarketFee: 0n,
          marketFeeAddress: zeroAddress,
        },
      }
      return call('FactoryRouter', Router, ['buyDTBatch', Array(51).fill(operation)])
    },
  ],
  'Dispenser not active': ['bob', () => dispense(plain.datatoken)],
  'Amount too high': ['deployer', () => dispense(free.datatoken, 2n * one, 'deployer')],
  'Caller balance too high': ['bob', () => dispense(free.datatoken)],
  'Not enough reserves': ['bob', () => dispense(empty.datatoken)],
  'not allowed to request DT': ['bob', () => dispense(restricted.datatoken)],
  'not allowed to swap': ['bob', () => buy(exchangeOf(restricted.datatoken))],
  'Invalid zero amount': ['bob', () => dispense(free.datatoken, 0n)],
  'zero datatoken amount': ['bob', () => buy(priced.exchangeId, one, [0n, 0n])],
  'Datatoken already created': [
    'alice',
    () =>
      call('ERC20Template', free.datatoken, [
        ...(['createDispenser', contracts().Dispenser, one, one, false, zeroAddress] as const),
      ]),
  ],
  'invalid exchange owner': [
    'bob',
    () => call('FixedRateExchange', contracts().FixedPrice, ['setRate', priced.exchangeId, one]),
  ],
  'Invalid owner': ['bob', () => call('Dispenser', contracts().Dispenser, ['deactivate', free.datatoken])],
  'only router': [
    'bob',
    () =>
      call('Dispenser', contracts().Dispenser, [
        ...(['create', plain.datatoken, one, one, addressOf('bob'), zeroAddress] as const),
      ]),
  ],
  'Invalid DispenserContract': [
    'alice',
    () => call('ERC20Template', plain.datatoken, ['createDispenser', plain.dataNft, one, one, true, zeroAddress]),
  ],
  'Invalid FixedPriceContract': ['alice', () => sell(plain.datatoken, rate(one), [plain.dataNft, contracts().Ocean])],
  'Exchange does not exist': ['bob', () => buy(zeroHash)],
  'Too many base tokens': ['bob', () => buy(priced.exchangeId, 1n)],
  'No available datatokens': ['bob', () => buy(exchangeOf(empty.datatoken))],
  'SwapFee too low': ['bob', () => buy(priced.exchangeId, 2n * one, [one, 1n])],
  'SwapFee too high': ['bob', () => buy(priced.exchangeId, 2n * one, [one, (one * 9n) / 10n])],
  'Invalid exchange rate value': [
    'alice',
    () => sell(plain.datatoken, rate(1n), [contracts().FixedPrice, contracts().Ocean]),
  ],
  'Invalid baseToken': ['alice', () => sell(plain.datatoken, rate(one), [contracts().FixedPrice, zeroAddress])],
  'Exchange already exists': [
    'alice',
    () => sell(priced.datatoken, rate(one, false), [contracts().FixedPrice, contracts().Ocean]),
  ],
  'This FixedRate is not providing this DT': [
    'bob',
    () => {
      const terms = { consumer: addressOf('bob'), serviceIndex: 0n, _providerFee: junk(), _consumeMarketFee: noMarket }
      const price = { exchangeContract: contracts().FixedPrice, exchangeId: priced.exchangeId }
      const limits = { maxBaseTokenAmount: 2n * one, swapMarketFee: 0n, marketFeeAddress: zeroAddress }
      return call('ERC20TemplateEnterprise', together.datatoken, ['buyFromFreAndOrder', terms, { ...price, ...limits }])
    },
  ],
  'NOT METADATA_ROLE': ['bob', () => metadata([])],
  'not NFTOwner': ['bob', () => call('ERC721Template', plain.dataNft, ['addManager', addressOf('bob')])],
  'NOT MANAGER': ['bob', () => call('ERC721Template', plain.dataNft, ['addToMetadataList', addressOf('bob')])],
  'NOT ERC20DEPLOYER_ROLE': ['bob', () => create(1n, four())],
  'NOT DEPLOYER': ['bob', () => call('ERC20Template', plain.datatoken, ['addMinter', addressOf('bob')])],
  'NOT MINTER': ['bob', () => call('ERC20Template', plain.datatoken, ['mint', addressOf('bob'), one])],
  'cap exceeded': ['alice', () => call('ERC20TemplateEnterprise', capped, ['mint', addressOf('bob'), 2n * one])],
  'ALREADY A MINTER': ['alice', () => call('ERC20Template', plain.datatoken, ['addMinter', addressOf('alice')])],
  'Is non transferable': [
    'alice',
    async () => {
      const { ERC721Factory } = contracts()
      const terms = ['a', 'b', 1n, zeroAddress, zeroAddress, '', false, addressOf('alice')] as const
      const creation = call('ERC721Factory', ERC721Factory, ['deployERC721Contract', ...terms])
      const { result } = await bench.publicClient.simulateContract({ ...creation, account: addressOf('alice') })
      await send('alice', creation)
      return call('ERC721Template', result as Address, ['transferFrom', addressOf('alice'), addressOf('bob'), 1n])
    },
  ],
  'transfer caller is not owner nor approved': [
    'bob',
    () => call('ERC721Template', plain.dataNft, ['transferFrom', addressOf('alice'), addressOf('bob'), 1n]),
  ],
  'non ERC721Receiver': [
    'alice',
    () => {
      const { ERC721Factory, FixedPrice } = contracts()
      const terms = ['a', 'b', 1n, zeroAddress, zeroAddress, '', true, FixedPrice] as const
      return call('ERC721Factory', ERC721Factory, ['deployERC721Contract', ...terms])
    },
  ],
  'Invalid proof signer': ['alice', () => metadata([proof()])],
  'Too Many Proofs': ['alice', () => metadata(Array(51).fill(proof()))],
  'Template index doesnt exist': ['alice', () => create(99n, four())],
  'Template disabled': [
    'alice',
    async () => {
      const { ERC721Factory } = contracts()
      await send('deployer', call('ERC721Factory', ERC721Factory, ['disableTokenTemplate', 3n]))
      return create(3n, four())
    },
  ],
  'zero cap is not allowed': ['alice', () => create(2n, four(), 0n)],
  accessListFactory: ['alice', () => create(4n, listsOf(zeroAddress))],
  'out of bounds': ['alice', () => create(1n, [addressOf('alice')])],
  'ONLY ERC721 INSTANCE': [
    'alice',
    () =>
      call('ERC721Factory', contracts().ERC721Factory, [
        ...(['createToken', 1n, ['a', 'b'], four(), [one, 0n], []] as const),
      ]),
  ],
  'already initialized': [
    'alice',
    () =>
      call('ERC721Template', plain.dataNft, [
        ...([
          'initialize',
          addressOf('alice'),
          'a',
          'b',
          addressOf('alice'),
          zeroAddress,
          zeroAddress,
          '',
          true,
        ] as const),
      ]),
  ],
  'ERC20DT: EXPIRED': ['bob', () => permit('ERC20Template', plain.datatoken, 0n)],
  INVALID_SIGNATURE: ['bob', () => permit('ERC20Template', plain.datatoken, maxUint256)],
  'expired deadline': ['bob', () => permit('MockERC20Permit', contracts().MockUSDCPermit, 0n)],
  'ECDSA: invalid signature': ['bob', () => permit('MockERC20Permit', contracts().MockUSDCPermit, maxUint256)],
  'Multicall3: call failed': [
    'bob',
    () => {
      const { address, ...rest } = dispense(plain.datatoken)
      const calls = [{ target: address, allowFailure: false, callData: encodeFunctionData(rest) }]
      return { address: multicall3, abi: multicall3Abi, functionName: 'aggregate3', args: [calls] }
    },
  ],
  'OceanRouter: NOT OWNER': ['bob', () => call('FactoryRouter', contracts().Router, ['addFactory', plain.dataNft])],
  'Ownable: caller is not the owner': [
    'bob',
    () => call('ERC721Factory', contracts().ERC721Factory, ['disableTokenTemplate', 1n]),
  ],
  'FACTORY ALREADY SET': [
    'deployer',
    () => call('FactoryRouter', contracts().Router, ['addFactory', contracts().ERC721Factory]),
  ],
}

/** Texts which no contract of this release says: kept for tokens and templates of other releases. */
const unreachable: Record<string, string> = {
  'transfer amount exceeds allowance': 'payment tokens older than OpenZeppelin 4.5, and USDC',
}

test('every text of the catalogue is provoked below, or is known to belong to contracts that are not deployed here', () => {
  const texts = revertCatalogue.map(([text]) => text)
  expect([...Object.keys(cases), ...Object.keys(unreachable)].sort()).toEqual([...texts].sort())
})

test.each(Object.entries(cases))('“%s” is what the contract says', async (text, [who, make]) => {
  const made = await make()
  const kind = revertCatalogue.find(([known]) => known === text)?.[1]
  const { client, address } = bench.connect(accounts[who])
  const error = await simulateCall(client, made, address).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ name: 'TransactionRevertedError', kind, reason: expect.stringContaining(text) })
  expect(english.errors.reverts[kind ?? 'unknown']).toMatch(/\w/)
})

test('texts outside the catalogue are not guessed at', () => {
  expect(getRevertKind('something new')).toBe('unknown')
  expect(getRevertKind(undefined)).toBe('unknown')
})
