import { type Address, type Hex, type TransactionReceipt, zeroAddress } from 'viem'
import { datatokenAbi } from '../abis/datatokenAbi'
import { dispenserAbi } from '../abis/dispenserAbi'
import { fixedRateExchangeAbi } from '../abis/fixedRateExchangeAbi'
import { getFixedRate } from '../actions/chain/getFixedRates'
import { getTokenInfo } from '../actions/chain/getTokenInfo'
import { EventMissingError } from '../errors/ChainError'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import { buildCall } from '../utils/buildCall'
import { confirmTransaction } from '../utils/confirm'
import { findEvents } from '../utils/findEvent'
import { createFlow, isOpen, transact } from './createFlow'
import { recoverSent } from './recoverSent'

export type PricingChange =
  | {
      method: 'setRate'
      exchangeId: Hex /** Base units of the payment token for one access token, without fees. */
      price: bigint
    }
  /** Switches sales on or off. */
  | { method: 'toggleSales'; exchangeId: Hex }
  | { method: 'sell'; datatoken: Address; baseToken: Address; price: bigint }
  | { method: 'giveAway'; datatoken: Address }
  | { method: 'resumeGivingAway'; datatoken: Address }
  | { method: 'stopGivingAway'; datatoken: Address }

export type ChangePricingParameters = FlowOptions & { change: PricingChange }
export type ChangePricingStep = 'price'
export type ChangePricingReturnType = { /** Of the contract that made the change. */ event: string }

const one = 10n ** 18n

/** The confirmations a change of pricing takes from where `checkpoint` stands. */
export async function planChangePricing(
  _client: OceanClient,
  { change, checkpoint }: Pick<ChangePricingParameters, 'change' | 'checkpoint'>,
): Promise<Confirmation[]> {
  const subject = 'datatoken' in change ? change.datatoken : change.exchangeId
  return isOpen(checkpoint, 'price') ? [confirmTransaction({ step: 'price', purpose: 'setPrice', subject })] : []
}

/** Changes how people get an asset's access token. Only its owner may. One transaction. */
export async function* changePricing(
  client: OceanClient,
  parameters: ChangePricingParameters,
): AsyncGenerator<FlowEvent, ChangePricingReturnType> {
  const { change } = parameters
  const flow = createFlow(client, parameters)
  const read = (receipt: TransactionReceipt) => requireChange(client, change, receipt)
  yield* recoverSent(flow, 'price', read)
  yield { type: 'plan', confirmations: await planChangePricing(client, { change, checkpoint: flow.checkpoint }) }
  return yield* transact(flow, 'price', { call: () => buildChange(client, change, flow.account), read })
}

const toRate = (price: bigint, decimals: number) =>
  decimals <= 18 ? price * 10n ** BigInt(18 - decimals) : price / 10n ** BigInt(decimals - 18)

async function buildChange(client: OceanClient, change: PricingChange, account: Address): Promise<ContractCall> {
  const { FixedPrice, Dispenser } = client.network.contracts
  const exchange = { address: FixedPrice, abi: fixedRateExchangeAbi } as const
  const dispenser = { address: Dispenser, abi: dispenserAbi } as const
  switch (change.method) {
    case 'setRate': {
      const { baseTokenDecimals } = await getFixedRate(client, { exchange: FixedPrice, exchangeId: change.exchangeId })
      return buildCall({
        ...exchange,
        functionName: 'setRate',
        args: [change.exchangeId, toRate(change.price, baseTokenDecimals)],
      })
    }
    case 'toggleSales':
      return buildCall({ ...exchange, functionName: 'toggleExchangeState', args: [change.exchangeId] })
    case 'sell': {
      const { decimals } = await getTokenInfo(client, { token: change.baseToken })
      const uints = [BigInt(decimals), 18n, toRate(change.price, decimals), 0n, 1n]
      return buildCall({
        address: change.datatoken,
        abi: datatokenAbi,
        functionName: 'createFixedRate',
        args: [FixedPrice, [change.baseToken, account, zeroAddress, zeroAddress], uints],
      })
    }
    case 'giveAway':
      return buildCall({
        address: change.datatoken,
        abi: datatokenAbi,
        functionName: 'createDispenser',
        args: [Dispenser, one, one, true, zeroAddress],
      })
    case 'resumeGivingAway':
      return buildCall({ ...dispenser, functionName: 'activate', args: [change.datatoken, one, one] })
    case 'stopGivingAway':
      return buildCall({ ...dispenser, functionName: 'deactivate', args: [change.datatoken] })
  }
}

/** The change, as the contract that made it reports it. @throws {EventMissingError} */
function requireChange(client: OceanClient, { method }: PricingChange, receipt: TransactionReceipt) {
  const { FixedPrice, Dispenser } = client.network.contracts
  const expected = {
    setRate: { address: FixedPrice, names: ['ExchangeRateChanged'] },
    toggleSales: { address: FixedPrice, names: ['ExchangeActivated', 'ExchangeDeactivated'] },
    sell: { address: FixedPrice, names: ['ExchangeCreated'] },
    giveAway: { address: Dispenser, names: ['DispenserCreated'] },
    resumeGivingAway: { address: Dispenser, names: ['DispenserActivated'] },
    stopGivingAway: { address: Dispenser, names: ['DispenserDeactivated'] },
  }[method]
  const abi = [...fixedRateExchangeAbi, ...dispenserAbi]
  const event = expected.names.find(
    (eventName) =>
      findEvents(receipt, { address: expected.address, abi, eventName: eventName as 'ExchangeCreated' }).length > 0,
  )
  if (!event) {
    throw new EventMissingError({
      eventName: expected.names.join(' or '),
      address: expected.address,
      transactionHash: receipt.transactionHash,
    })
  }
  return { event }
}
