import { type Address, isAddressEqual, type TransactionReceipt } from 'viem'
import { datatokenAbi } from '../abis/datatokenAbi'
import { buildApprove } from '../actions/chain/buildApprove'
import { buildBuy } from '../actions/chain/buildBuy'
import { buildDispense } from '../actions/chain/buildDispense'
import { buildBuyAndOrder, buildDispenseAndOrder, buildReuseOrder, buildStartOrder } from '../actions/chain/buildOrder'
import { getAccessOptions } from '../actions/chain/getAccessOptions'
import { getAllowance } from '../actions/chain/getAllowance'
import { readOrder } from '../actions/chain/readOrder'
import { DatatokenUnavailableError } from '../errors/OrderError'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import type { Confirmation } from '../types/flow'
import type { Json } from '../types/json'
import type { ProviderFee } from '../types/provider'
import { confirmTransaction } from '../utils/confirm'
import { requireEvent } from '../utils/findEvent'
import type { ComputeItem } from './resolveCompute'

export type OrderAction = {
  confirmation: Confirmation
  call: ContractCall
  read: (receipt: TransactionReceipt) => Json
}

export type PlanOrderParameters = {
  item: ComputeItem
  account: Address
  /** The environment's. */
  consumer: Address
  providerFee: ProviderFee
  /** Hash of an order that only needs a new fee. */
  validOrder: `0x${string}` | undefined
  /** Access tokens which orders planned before this one will use up. */
  reserved: bigint
}

type Approval = { token: Address; spender: Address; amount: bigint }
const one = 10n ** 18n

/** The transactions that pay for one item, fewest first: what is in the account is used before anything is drawn or bought. */
export async function planOrder(client: OceanClient, parameters: PlanOrderParameters): Promise<OrderAction[]> {
  const { item, account, consumer, providerFee, validOrder, reserved } = parameters
  const { datatoken, serviceIndex, serviceId, label } = item
  const approvals: Approval[] = [
    { token: providerFee.providerFeeToken, spender: datatoken, amount: providerFee.providerFeeAmount },
  ]
  const fee =
    providerFee.providerFeeAmount > 0n
      ? { address: providerFee.providerFeeToken, amount: providerFee.providerFeeAmount }
      : undefined
  const step = `order:${label}`
  const actions: OrderAction[] = []
  const read = (receipt: TransactionReceipt) => ({
    transferTxId: readOrder(receipt, { datatoken, serviceIndex, serviceId, account }).transactionHash,
  })
  const order = (purpose: Confirmation['purpose'], call: ContractCall, token = fee) =>
    actions.push({
      confirmation: confirmTransaction({ step, purpose, subject: item.did, ...(token ? { token } : {}) }),
      call,
      read,
    })

  if (validOrder) {
    order('renewOrder', buildReuseOrder({ datatoken, order: validOrder, providerFee }))
  } else {
    const access = await getAccessOptions(client, { datatoken, account })
    const parts = { datatoken, consumer, serviceIndex, providerFee }
    const [rate] = access.fixedRates
    if (access.publishMarketFee) approvals.push({ ...access.publishMarketFee, spender: datatoken })
    if (access.balance - reserved >= one) {
      order('order', buildStartOrder(parts))
    } else if (access.dispenser && access.templateId === 2) {
      order('getAndOrder', buildDispenseAndOrder({ ...parts, dispenser: client.network.contracts.Dispenser }))
    } else if (access.dispenser?.standalone) {
      const call = buildDispense(client.network, { datatoken, to: account, amount: one })
      const confirmation = confirmTransaction({
        step: `acquire:${label}`,
        purpose: 'dispense',
        subject: item.did,
        token: { address: datatoken, amount: one },
      })
      actions.push({ confirmation, call, read: readTransfer(datatoken) })
      order('order', buildStartOrder(parts))
    } else if (rate && access.templateId === 2) {
      approvals.push({ token: rate.baseToken, spender: datatoken, amount: rate.price })
      const feeToo = fee && isAddressEqual(fee.address, rate.baseToken) ? fee.amount : 0n
      const token = { address: rate.baseToken, amount: rate.price + feeToo }
      order('buyAndOrder', buildBuyAndOrder({ ...parts, rate }), token)
    } else if (rate?.standalone) {
      approvals.push({ token: rate.baseToken, spender: rate.exchange, amount: rate.price })
      const call = buildBuy({ exchange: rate.exchange, exchangeId: rate.exchangeId, amount: one, maxPrice: rate.price })
      const token = { address: rate.baseToken, amount: rate.price }
      actions.push({
        confirmation: confirmTransaction({ step: `acquire:${label}`, purpose: 'buy', subject: item.did, token }),
        call,
        read: readTransfer(datatoken),
      })
      order('order', buildStartOrder(parts))
    } else {
      throw new DatatokenUnavailableError({ datatoken, did: item.did })
    }
  }
  return [...(await planApprovals(client, { approvals, account, item })), ...actions]
}

async function planApprovals(
  client: OceanClient,
  { approvals, account, item }: { approvals: readonly Approval[]; account: Address; item: ComputeItem },
): Promise<OrderAction[]> {
  const sums: Approval[] = []
  for (const approval of approvals.filter(({ amount }) => amount > 0n)) {
    const same = sums.find(
      ({ token, spender }) => isAddressEqual(token, approval.token) && isAddressEqual(spender, approval.spender),
    )
    if (same) same.amount += approval.amount
    else sums.push({ ...approval })
  }
  const actions: OrderAction[] = []
  for (const approval of sums) {
    if ((await getAllowance(client, { ...approval, account })) >= approval.amount) continue
    actions.push({
      confirmation: confirmTransaction({
        step: `approve:${item.label}:${actions.length}`,
        purpose: 'approve',
        subject: item.did,
        token: { address: approval.token, amount: approval.amount },
        spender: approval.spender,
      }),
      call: buildApprove(approval),
      read: (receipt) => ({
        amount: String(
          requireEvent(receipt, { address: approval.token, abi: datatokenAbi, eventName: 'Approval' }).args.value,
        ),
      }),
    })
  }
  return actions
}

const readTransfer = (datatoken: Address) => (receipt: TransactionReceipt) => ({
  amount: String(requireEvent(receipt, { address: datatoken, abi: datatokenAbi, eventName: 'Transfer' }).args.value),
})
