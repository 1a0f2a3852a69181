import { type Hex, isAddressEqual } from 'viem'
import { getOrder, getOrders } from '../actions/chain/getOrders'
import type { Order } from '../actions/chain/readOrder'
import { type Flow, savedStep } from './createFlow'
import type { ComputeItem, ResolvedCompute } from './resolveCompute'

export type FoundOrder = Order & {
  /** Placed by this very flow: the Provider has to know it. */
  own: boolean
}

/** The best order the account has for an item that has not run out, from the checkpoint, the draft and the chain. */
export async function findOrder(
  flow: Pick<Flow, 'client' | 'checkpoint' | 'account' | 'signal'>,
  item: ComputeItem,
  resolved: ResolvedCompute,
): Promise<FoundOrder | undefined> {
  const { client, account, signal } = flow
  const { environment, root } = resolved
  const now = Date.now() / 1000
  const query = {
    datatoken: item.datatoken,
    serviceIndex: item.serviceIndex,
    serviceId: item.serviceId,
    account,
    consumer: environment.consumerAddress,
    since: item.timeout > 0 ? Math.floor(now - item.timeout) : undefined,
    signal,
  }
  const saved = savedStep(flow, `order:${item.label}`)
  const own = saved.done ? saved.hash : undefined
  const named = [own, item.transferTxId].filter((hash): hash is Hex => hash !== undefined)
  const known = await Promise.all(named.map((hash) => getOrder(client, { ...query, consumer: undefined, hash })))
  const orders = [...known.filter((order) => order !== undefined), ...(await getOrders(client, query))]
  const provider = root.addresses[client.network.chainId]
  const usable = orders
    .map((order) => ({
      ...order,
      own: order.transactionHash === own,
      startedAt:
        orders.find(({ transactionHash }) => transactionHash === order.orderHash)?.startedAt ?? order.startedAt,
    }))
    .filter(
      (order) =>
        order.environment === environment.id &&
        (provider === undefined || isAddressEqual(order.providerFeeAddress, provider)) &&
        (item.timeout === 0 || order.startedAt + item.timeout > now + 30),
    )
  return usable.sort((a, b) => b.paidUntil - a.paidUntil)[0]
}
