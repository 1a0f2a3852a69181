import { encodeFunctionData, type Hex, multicall3Abi } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { datatokenAbi } from '@/lib/ocean/abis/datatokenAbi'
import { erc721FactoryAbi } from '@/lib/ocean/abis/erc721FactoryAbi'
import { roles } from '../../chain/accounts'
import { multicall3Address } from '../../chain/multicall3'
import type { ProviderFee } from '../providerFee'
import { createWorld, noMarketFee, type Published, toTuple, type World } from '../tests/createWorld'

let world: World
let first: Published
let second: Published

beforeAll(async () => {
  world = await createWorld()
  world.serveText('/data.csv', 'a,b\n1,2\n')
  first = await world.publish({ services: [{}, {}] })
  second = await world.publish()
})
afterAll(() => world.close())

type Order = { asset: Published; serviceId: string }

/** What the Provider asks for an order of a service. */
async function feeOf({ asset, serviceId }: Order): Promise<ProviderFee> {
  const consumerAddress = world.accountOf(roles.bob).address
  const query = new URLSearchParams({ documentId: asset.did, serviceId, consumerAddress })
  return (await (await world.request(`/api/services/initialize?${query}`)).json()).providerFee
}

/** Calls of the datatokens that order for an environment, to be sent as one transaction. */
function encodeOrders(orders: readonly Order[]) {
  return Promise.all(
    orders.map(async (order) => ({
      ...{ target: order.asset.datatoken, allowFailure: false },
      callData: encodeFunctionData({
        ...{ abi: datatokenAbi, functionName: 'startOrder' },
        args: [
          ...([world.accountOf(roles.compute).address, BigInt(order.serviceId)] as const),
          ...([toTuple(await feeOf(order)), noMarketFee] as const),
        ],
      }),
    })),
  )
}

async function download(transferTxId: Hex, { asset, serviceId }: Order, by: number = roles.bob): Promise<Response> {
  const query = { documentId: asset.did, serviceId, transferTxId, fileIndex: '0' }
  const signed = await world.sign(by, [asset.did])
  const parameters = new URLSearchParams({ ...query, consumerAddress: world.accountOf(by).address, ...signed })
  return world.request(`/api/services/download?${parameters}`)
}

async function expectUnlocked(hash: Hex, orders: readonly Order[]): Promise<void> {
  const { status } = await world.client.waitForTransactionReceipt({ hash })
  expect(status).toBe('success')
  for (const order of orders) expect((await download(hash, order)).status).toBe(200)
}

async function expectRefused(hash: Hex, order: Order, by: number): Promise<void> {
  const refused = await download(hash, order, by)
  expect(await refused.json()).toEqual({ error: expect.stringContaining('is not the consumer/payer') })
}

describe('several orders in one transaction', () => {
  test('through the factory each unlock their own service, for whoever sent it', async () => {
    const orders = [
      { asset: first, serviceId: '0' },
      { asset: second, serviceId: '0' },
    ]
    const wallet = world.walletOf(roles.bob)
    for (const { asset } of orders) {
      await world.mint(asset, wallet.account.address)
      const hash = await wallet.writeContract({
        ...{ address: asset.datatoken, abi: datatokenAbi, functionName: 'approve' },
        args: [world.contracts.ERC721Factory, 10n ** 18n],
      })
      await world.client.waitForTransactionReceipt({ hash })
    }
    const consumer = world.accountOf(roles.compute).address
    const list = await Promise.all(
      orders.map(async (order) => ({
        ...{ tokenAddress: order.asset.datatoken, consumer, serviceIndex: 0n, _consumeMarketFee: noMarketFee },
        _providerFee: toTuple(await feeOf(order)),
      })),
    )
    const hash = await wallet.writeContract({
      ...{ address: world.contracts.ERC721Factory, abi: erc721FactoryAbi, functionName: 'startMultipleTokenOrder' },
      args: [list],
    })
    await expectUnlocked(hash, orders)
    await expectRefused(hash, { asset: first, serviceId: '0' }, roles.carol)
  })

  test('through Multicall3 for two services of one datatoken are told apart', async () => {
    const orders = [
      { asset: first, serviceId: '0' },
      { asset: first, serviceId: '1' },
    ]
    await world.mint(first, multicall3Address, 2)
    const hash = await world.walletOf(roles.bob).writeContract({
      ...{ address: multicall3Address, abi: multicall3Abi, functionName: 'aggregate3' },
      args: [await encodeOrders(orders)],
    })
    await expectUnlocked(hash, orders)
  })
})

describe('an account that runs code of its own for a batch (EIP-7702)', () => {
  const orders = () => [
    { asset: first, serviceId: '1' },
    { asset: second, serviceId: '0' },
  ]

  async function batch() {
    const bob = world.accountOf(roles.bob).address
    for (const { asset } of orders()) await world.mint(asset, bob)
    const data = encodeFunctionData({
      ...{ abi: multicall3Abi, functionName: 'aggregate3', args: [await encodeOrders(orders())] },
    })
    return { to: bob, data }
  }

  test('orders several services in a transaction to itself', async () => {
    const wallet = world.walletOf(roles.bob)
    const authorization = await wallet.signAuthorization({ contractAddress: multicall3Address, executor: 'self' })
    const hash = await wallet.sendTransaction({ ...(await batch()), authorizationList: [authorization] })
    await expectUnlocked(hash, orders())
    const code = await world.client.getCode({ address: wallet.account.address })
    expect(code?.toLowerCase()).toBe(`0xef0100${multicall3Address.slice(2).toLowerCase()}`)
  })

  test('may have somebody else pay the gas, who gets nothing of it', async () => {
    const sponsor = world.walletOf(roles.carol)
    const authorization = await world.walletOf(roles.bob).signAuthorization({ contractAddress: multicall3Address })
    const hash = await sponsor.sendTransaction({ ...(await batch()), authorizationList: [authorization] })
    await expectUnlocked(hash, orders())
    await expectRefused(hash, { asset: second, serviceId: '0' }, roles.carol)
  })
})
