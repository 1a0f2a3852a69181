import { type Address, type Hex, zeroAddress } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { datatokenEnterpriseAbi } from '../../abis/datatokenEnterpriseAbi'
import type { ContractCall } from '../../types/call'
import type { ProviderFee } from '../../types/provider'
import { buildCall } from '../../utils/buildCall'
import type { FixedRate } from './getFixedRates'

export type OrderParameters = {
  datatoken: Address
  /** Who may use the order. */
  consumer: Address
  /** Position of the service in the document. */
  serviceIndex: number
  providerFee: ProviderFee
}

const noMarketFee = {
  consumeMarketFeeAddress: zeroAddress,
  consumeMarketFeeToken: zeroAddress,
  consumeMarketFeeAmount: 0n,
} as const

/** The call that pays one access token for a service. @see contracts specification 4.2 */
export function buildStartOrder({ datatoken, consumer, serviceIndex, providerFee }: OrderParameters): ContractCall {
  return buildCall({
    address: datatoken,
    abi: datatokenAbi,
    functionName: 'startOrder',
    args: [consumer, BigInt(serviceIndex), providerFee, noMarketFee],
  })
}

/** The call that pays a new provider fee for an order which is still good. */
export function buildReuseOrder({
  datatoken,
  order,
  providerFee,
}: {
  datatoken: Address
  order: Hex
  providerFee: ProviderFee
}): ContractCall {
  return buildCall({ address: datatoken, abi: datatokenAbi, functionName: 'reuseOrder', args: [order, providerFee] })
}

const toOrder = ({ consumer, serviceIndex, providerFee }: OrderParameters) =>
  ({ consumer, serviceIndex: BigInt(serviceIndex), _providerFee: providerFee, _consumeMarketFee: noMarketFee }) as const

/** Draws a free token and orders with it at once. Template 2 only: template 1 would accept the call and do nothing. */
export function buildDispenseAndOrder(parameters: OrderParameters & { dispenser: Address }): ContractCall {
  return buildCall({
    address: parameters.datatoken,
    abi: datatokenEnterpriseAbi,
    functionName: 'buyFromDispenserAndOrder',
    args: [toOrder(parameters), parameters.dispenser],
  })
}

/** Buys a token and orders with it at once. Template 2 only: template 1 would accept the call and do nothing. */
export function buildBuyAndOrder(parameters: OrderParameters & { rate: FixedRate }): ContractCall {
  const { rate } = parameters
  const price = {
    exchangeContract: rate.exchange,
    exchangeId: rate.exchangeId,
    maxBaseTokenAmount: rate.price,
    swapMarketFee: 0n,
    marketFeeAddress: zeroAddress,
  } as const
  return buildCall({
    address: parameters.datatoken,
    abi: datatokenEnterpriseAbi,
    functionName: 'buyFromFreAndOrder',
    args: [toOrder(parameters), price],
  })
}
