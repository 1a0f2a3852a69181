import { type Address, type Hash, type Hex, isAddressEqual } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { EventMissingError } from '../../errors/ChainError'
import type { OceanClient } from '../../types/client'
import { getLogs } from './getLogs'
import { type Order, readOrder } from './readOrder'

export type GetOrdersParameters = {
  datatoken: Address
  serviceIndex: number
  serviceId: string
  account: Address
  /** Only orders placed for this consumer. */
  consumer?: Address | undefined
  /** Unix seconds; older ones are of no interest. */
  since?: number | undefined
  /** How many of the latest to read. Default `10`. */
  limit?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * An account's orders for a service, as the chain knows them, newest first, renewals included.
 *
 * - Logs: `OrderStarted`, `OrderReused` of the datatoken
 */
export async function getOrders(client: OceanClient, parameters: GetOrdersParameters): Promise<Order[]> {
  const { datatoken, serviceIndex, account, consumer, since, limit = 10, signal } = parameters
  const logs = await getLogs(client, {
    address: datatoken,
    abi: datatokenAbi,
    eventNames: ['OrderStarted', 'OrderReused'],
    since,
    signal,
  })
  const hashes: Hash[] = []
  for (const log of logs.reverse()) {
    const mine =
      log.eventName === 'OrderStarted'
        ? log.args.serviceIndex === BigInt(serviceIndex) &&
          (isAddressEqual(log.args.payer, account) || isAddressEqual(log.args.consumer, account)) &&
          (consumer === undefined || isAddressEqual(log.args.consumer, consumer))
        : isAddressEqual(log.args.caller, account)
    if (mine && !hashes.includes(log.transactionHash)) hashes.push(log.transactionHash)
  }
  const orders = await Promise.all(hashes.slice(0, limit).map((hash) => getOrder(client, { ...parameters, hash })))
  const found = orders.filter((order) => order !== undefined)
  return found.map((order) => ({
    ...order,
    startedAt: found.find((other) => other.transactionHash === order.orderHash)?.startedAt ?? order.startedAt,
  }))
}

/** The order a known transaction placed, or `undefined` when it placed none of this kind. */
export async function getOrder(
  client: OceanClient,
  parameters: GetOrdersParameters & { hash: Hex },
): Promise<Order | undefined> {
  try {
    const receipt = await client.publicClient.getTransactionReceipt({ hash: parameters.hash })
    return receipt.status === 'success' ? readOrder(receipt, parameters) : undefined
  } catch (error) {
    if (error instanceof EventMissingError) return undefined
    throw error
  }
}
