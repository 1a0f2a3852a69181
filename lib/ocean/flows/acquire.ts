import { type Address, isAddressEqual, type TransactionReceipt } from 'viem'
import { datatokenAbi } from '../abis/datatokenAbi'
import { buildApprove } from '../actions/chain/buildApprove'
import { buildBuy } from '../actions/chain/buildBuy'
import { buildDispense } from '../actions/chain/buildDispense'
import { buildMint } from '../actions/chain/buildMint'
import { getAllowance } from '../actions/chain/getAllowance'
import { getFixedRate } from '../actions/chain/getFixedRates'
import { getTokenBalance } from '../actions/chain/getTokenBalance'
import { canBatch } from '../clients/canBatch'
import { EventMissingError } from '../errors/ChainError'
import { BalanceTooLowError } from '../errors/OrderError'
import type { OceanClient } from '../types/client'
import type { AcquireDraft } from '../types/draft'
import type { Checkpoint, Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import { confirmTransaction } from '../utils/confirm'
import { findEvents } from '../utils/findEvent'
import { createFlow, type Flow, isOpen, savedStep, transact } from './createFlow'
import { recoverSent } from './recoverSent'
import { transactBatch } from './transactBatch'

export type AcquireParameters = FlowOptions & { draft: AcquireDraft }
/** `mint:0` and so on, one per recipient, or `mints` when all go in one; `dispense`; `approve` and `buy`. */
export type AcquireStep = `mint:${number}` | 'mints' | 'dispense' | 'approve' | 'buy'
export type AcquireReturnType = { received: { datatoken: Address; to: Address; amount: bigint }[] }

const one = 10n ** 18n

/** The confirmations getting access tokens takes from where `checkpoint` stands. */
export async function planAcquire(
  client: OceanClient,
  { draft, checkpoint }: Pick<AcquireParameters, 'draft' | 'checkpoint'>,
): Promise<Confirmation[]> {
  const open = ({ step }: Confirmation) => isOpen(checkpoint, step)
  if (draft.method === 'mint') {
    if (await mintsTogether(client, draft, checkpoint)) {
      return [confirmTransaction({ step: 'mints', purpose: 'mint', subject: draft.mints[0]?.to })].filter(open)
    }
    return draft.mints
      .map(({ datatoken, to, amount }, index) =>
        confirmTransaction({
          step: `mint:${index}`,
          purpose: 'mint',
          token: { address: datatoken, amount },
          subject: to,
        }),
      )
      .filter(open)
  }
  const amount = draft.amount ?? one
  if (draft.method === 'dispense') {
    return [
      confirmTransaction({ step: 'dispense', purpose: 'dispense', token: { address: draft.datatoken, amount } }),
    ].filter(open)
  }
  if (!isOpen(checkpoint, 'buy')) return []
  const { price, rate } = await getPrice(client, draft)
  const token = { address: rate.baseToken, amount: price }
  const account = client.walletClient?.account?.address
  const allowed = account ? await getAllowance(client, { token: rate.baseToken, account, spender: rate.exchange }) : 0n
  const pending = savedStep({ checkpoint: checkpoint ?? { version: 1, steps: {} } }, 'approve')
  const approved = allowed >= price || (pending.hash !== undefined && !pending.done)
  return [
    ...(approved ? [] : [confirmTransaction({ step: 'approve', purpose: 'approve', token, spender: rate.exchange })]),
    confirmTransaction({ step: 'buy', purpose: 'buy', token, subject: draft.datatoken }),
  ]
}

/**
 * Gets access tokens: issues them to somebody, draws free ones, or buys at a fixed price.
 *
 * - Steps: `mint:0`…, or `dispense`, or `approve` (only when needed) and `buy`
 * - Source: contracts specification 4
 */
export async function* acquire(
  client: OceanClient,
  parameters: AcquireParameters,
): AsyncGenerator<FlowEvent, AcquireReturnType> {
  const { draft } = parameters
  const flow = createFlow(client, parameters)
  const { account } = flow
  yield* recover(flow, draft)
  yield { type: 'plan', confirmations: await planAcquire(client, { draft, checkpoint: flow.checkpoint }) }
  if (draft.method === 'mint') {
    if (await mintsTogether(client, draft, flow.checkpoint)) {
      if (savedStep(flow, 'mints').done) return { received: draft.mints }
      yield* transactBatch(flow, 'mints', {
        calls: () => draft.mints.map(buildMint),
        read: (receipt) => draft.mints.map(({ datatoken, to }) => String(requireTransfer(receipt, datatoken, to))),
      })
      return { received: draft.mints }
    }
    for (const [index, mint] of draft.mints.entries()) {
      yield* transact(flow, `mint:${index}`, {
        call: () => buildMint(mint),
        read: (receipt) => ({ amount: String(requireTransfer(receipt, mint.datatoken, mint.to)) }),
      })
    }
    return { received: draft.mints }
  }
  const { datatoken, amount = one } = draft
  if (draft.method === 'dispense') {
    const to = draft.to ?? account
    yield* transact(flow, 'dispense', {
      call: () => buildDispense(client.network, { datatoken, to, amount }),
      read: (receipt) => ({ amount: String(requireTransfer(receipt, datatoken, to)) }),
    })
    return { received: [{ datatoken, to, amount }] }
  }
  if (isOpen(flow.checkpoint, 'buy')) {
    const { price, rate } = await getPrice(client, draft)
    const balance = await getTokenBalance(client, { token: rate.baseToken, account })
    if (balance < price) throw new BalanceTooLowError({ token: rate.baseToken, needed: price, balance })
    const approval = { token: rate.baseToken, spender: rate.exchange, amount: price }
    const pending = savedStep(flow, 'approve')
    if ((pending.hash && !pending.done) || (await getAllowance(client, { ...approval, account })) < price) {
      yield* transact(flow, 'approve', {
        again: true,
        call: () => buildApprove(approval),
        read: (receipt) => readApproval(receipt, approval, account),
      })
    }
  }
  yield* transact(flow, 'buy', {
    call: async () => {
      const { price, rate } = await getPrice(client, draft)
      return buildBuy({ exchange: rate.exchange, exchangeId: rate.exchangeId, amount, maxPrice: price })
    },
    read: (receipt) => ({ amount: String(requireTransfer(receipt, datatoken, account)) }),
  })
  return { received: [{ datatoken, to: account, amount }] }
}

/** Whether several mints go to the wallet as one, which an earlier run may have decided. */
async function mintsTogether(
  client: OceanClient,
  { mints }: Extract<AcquireDraft, { method: 'mint' }>,
  checkpoint: Checkpoint | undefined,
): Promise<boolean> {
  if (!isOpen(checkpoint, 'mints')) return true
  return mints.length > 1 && mints.every((_, index) => isOpen(checkpoint, `mint:${index}`)) && (await canBatch(client))
}

async function* recover(flow: Flow, draft: AcquireDraft): AsyncGenerator<FlowEvent, void> {
  if (draft.method === 'mint') {
    for (const [index, { datatoken, to }] of draft.mints.entries()) {
      yield* recoverSent(flow, `mint:${index}`, (receipt) => requireTransfer(receipt, datatoken, to))
    }
    return
  }
  // What an approval has achieved is asked of the chain; here it is only waited for.
  if (draft.method === 'buy') yield* recoverSent(flow, 'approve', () => undefined)
  const to = draft.method === 'dispense' ? (draft.to ?? flow.account) : flow.account
  yield* recoverSent(flow, draft.method, (receipt) => requireTransfer(receipt, draft.datatoken, to))
}

async function getPrice(client: OceanClient, draft: Extract<AcquireDraft, { method: 'buy' }>) {
  const rate = await getFixedRate(client, {
    exchange: client.network.contracts.FixedPrice,
    exchangeId: draft.exchangeId,
  })
  const asked = (rate.price * (draft.amount ?? one) + one - 1n) / one
  return { rate, price: draft.maxPrice ?? asked }
}

function requireTransfer(receipt: TransactionReceipt, token: Address, to: Address): bigint {
  const transfers = findEvents(receipt, { address: token, abi: datatokenAbi, eventName: 'Transfer' })
  const received = transfers
    .filter(({ args }) => isAddressEqual(args.to, to))
    .reduce((sum, { args }) => sum + args.value, 0n)
  if (received > 0n) return received
  throw new EventMissingError({ eventName: 'Transfer', address: token, transactionHash: receipt.transactionHash })
}

/** The amount an approval has left. @throws {EventMissingError} */
export function readApproval(
  receipt: TransactionReceipt,
  { token, spender }: { token: Address; spender: Address },
  owner: Address,
) {
  const approvals = findEvents(receipt, { address: token, abi: datatokenAbi, eventName: 'Approval' })
  const approval = approvals.find(
    ({ args }) => isAddressEqual(args.owner, owner) && isAddressEqual(args.spender, spender),
  )
  if (!approval)
    throw new EventMissingError({ eventName: 'Approval', address: token, transactionHash: receipt.transactionHash })
  return { amount: String(approval.args.value) }
}
