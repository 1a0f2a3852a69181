import { type Address, type Hex, isAddressEqual, type TransactionReceipt } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { EventMissingError } from '../../errors/ChainError'
import { findEvents } from '../../utils/findEvent'
import { readProviderData } from '../../utils/readProviderData'

export type Order = {
  /** The transaction to name to the Provider: the latest that paid a fee. */
  transactionHash: Hex
  /** The transaction that holds `OrderStarted`. */
  orderHash: Hex
  /** Unix seconds at which the service's timeout began. */
  startedAt: number
  /** Unix seconds until which the provider fee is paid; 0 for access. */
  paidUntil: number
  environment: string | undefined
  providerFeeAddress: Address
}

export type ReadOrderParameters = {
  datatoken: Address
  serviceIndex: number
  serviceId: string
  /** The order must be this account's, as payer, caller or consumer. */
  account: Address
  consumer?: Address | undefined
}

/** The order a transaction placed or renewed. @throws {EventMissingError} when it did neither. */
export function readOrder(receipt: TransactionReceipt, parameters: ReadOrderParameters): Order {
  const { datatoken, serviceIndex, serviceId, account, consumer } = parameters
  const source = { address: datatoken, abi: datatokenAbi }
  const fee = findEvents(receipt, { ...source, eventName: 'ProviderFee' })
    .map(({ args }) => ({ args, data: readProviderData(args.providerData) }))
    .filter(
      ({ data }) => data === undefined || (data.datatoken === datatoken.toLowerCase() && data.serviceId === serviceId),
    )
    .at(-1)
  const started = findEvents(receipt, { ...source, eventName: 'OrderStarted' }).find(
    ({ args }) =>
      args.serviceIndex === BigInt(serviceIndex) &&
      (isAddressEqual(args.payer, account) || isAddressEqual(args.consumer, account)) &&
      (consumer === undefined || isAddressEqual(args.consumer, consumer)),
  )
  const reused = findEvents(receipt, { ...source, eventName: 'OrderReused' }).find(({ args }) =>
    isAddressEqual(args.caller, account),
  )
  const event = started ?? reused
  if (!event || !fee) {
    throw new EventMissingError({
      eventName: event ? 'ProviderFee' : 'OrderStarted',
      address: datatoken,
      transactionHash: receipt.transactionHash,
    })
  }
  return {
    transactionHash: receipt.transactionHash,
    orderHash: started || !reused ? receipt.transactionHash : reused.args.orderTxId,
    startedAt: Number(event.args.timestamp),
    paidUntil: Number(fee.args.validUntil),
    environment: fee.data?.environment,
    providerFeeAddress: fee.args.providerFeeAddress,
  }
}
