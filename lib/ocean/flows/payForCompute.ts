import type { Hex, TransactionReceipt } from 'viem'
import { readOrder } from '../actions/chain/readOrder'
import { EventMissingError } from '../errors/ChainError'
import type { OceanClient } from '../types/client'
import type { ComputeDraft } from '../types/draft'
import type { Confirmation, FlowEvent, FlowOptions } from '../types/flow'
import type { ComputeAlgorithm, ComputeAsset } from '../types/provider'
import { confirmTransaction } from '../utils/confirm'
import { createFlow, emit, type Flow, savedStep, transact } from './createFlow'
import { type PreparedOrders, prepareOrders, requireNotDearer } from './prepareOrders'
import { recoverSent } from './recoverSent'
import { type ComputeItem, type ResolvedCompute, resolveCompute } from './resolveCompute'
import { transactBatch } from './transactBatch'

export type PayForComputeParameters = FlowOptions & { draft: ComputeDraft }
/** For each of `dataset:0`…, `algorithm`: approvals, getting a token where that is a step of its own, and the order; `orders` when all go in one. */
export type PayForComputeStep = `approve:${string}` | `acquire:${string}` | `order:${string}` | 'orders'
export type PayForComputeReturnType = {
  /** With the orders that pay for them. */
  datasets: ComputeAsset[]
  algorithm: ComputeAlgorithm
  providerUrl: string
  /** Unix seconds. */
  validUntil: number
}

/** The confirmations paying for a job takes now, from fresh quotes. */
export async function planPayForCompute(
  client: OceanClient,
  parameters: PayForComputeParameters,
): Promise<Confirmation[]> {
  const flow = createFlow(client, parameters)
  const resolved = await resolveCompute(client, parameters.draft, parameters.signal)
  return toConfirmations(await prepareOrders(flow, resolved))
}

/**
 * Makes sure that every asset of a job is paid for: orders that are still good are used, those whose fee has run out are renewed,
 * the others are placed. Orders are found from the chain when nothing is known of them here.
 *
 * - Source: provider-aquarius specification 4, 11.4; contracts specification 4
 */
export async function* payForCompute(
  client: OceanClient,
  parameters: PayForComputeParameters,
): AsyncGenerator<FlowEvent, PayForComputeReturnType> {
  const flow = createFlow(client, parameters)
  const resolved = await resolveCompute(client, parameters.draft, parameters.signal)
  yield* settleOrders(flow, resolved)
  const prepared = await prepareOrders(flow, resolved)
  yield { type: 'plan', confirmations: toConfirmations(prepared) }
  return yield* placeOrders(flow, resolved, prepared)
}

/** Every prompt of the orders. */
export function toConfirmations({ items, batch, spending }: PreparedOrders): Confirmation[] {
  if (!batch) return items.flatMap(({ actions }) => actions.map(({ confirmation }) => confirmation))
  const [spent, ...others] = [...spending].map(([address, amount]) => ({ address, amount }))
  const subject = items.map(({ item }) => item.did).join(' ')
  return [
    confirmTransaction({
      step: 'orders',
      purpose: 'orderInOne',
      subject,
      ...(spent && others.length === 0 ? { token: spent } : {}),
    }),
  ]
}

const itemsOf = ({ datasets, algorithm }: ResolvedCompute) => [...datasets, ...(algorithm ? [algorithm] : [])]

/** Waits for what an earlier run has sent, before anything is asked for or counted. */
export async function* settleOrders(flow: Flow, resolved: ResolvedCompute): AsyncGenerator<FlowEvent, void> {
  const together = savedStep(flow, 'orders')
  if ((together.hash || together.batch) && !together.done) yield* placeTogether(flow, resolved, undefined)
  for (const item of itemsOf(resolved)) {
    for (const step of Object.keys(flow.checkpoint.steps).filter((name) => belongsTo(name, item))) {
      // What other transactions have achieved is asked of the chain; here they are only waited for.
      const read = (receipt: TransactionReceipt) =>
        step.startsWith('order:')
          ? { transferTxId: readOrder(receipt, { ...item, account: flow.account }).transactionHash }
          : {}
      yield* recoverSent(flow, step, read)
      const { hash, done } = savedStep(flow, step)
      if (!hash || done) continue
      yield* transact(flow, step, {
        call: () => {
          throw new TypeError('A transaction that was sent is never sent again.')
        },
        read,
      })
    }
  }
}

const belongsTo = (step: string, { label }: ComputeItem) =>
  step === `order:${label}` || step === `acquire:${label}` || step.startsWith(`approve:${label}:`)

/** All orders as one transaction, each remembered as if it had been sent alone. Without `prepared`: one already handed over. */
async function* placeTogether(
  flow: Flow,
  resolved: ResolvedCompute,
  prepared: PreparedOrders | undefined,
): AsyncGenerator<FlowEvent, void> {
  const items = itemsOf(resolved)
  const actions = prepared?.items.flatMap((item) => item.actions) ?? []
  const paid = yield* transactBatch(flow, 'orders', {
    calls: () => actions.map(({ call }) => call),
    read: (receipt) => {
      for (const { read } of actions) read(receipt)
      return items.flatMap((item) => {
        const [order] = tryRead(() => readOrder(receipt, { ...item, account: flow.account }))
        return order ? [item.label] : []
      })
    },
  })
  const hash = savedStep(flow, 'orders').hash
  for (const label of paid) {
    if (!hash) continue
    yield* emit(flow, { type: 'step', step: `order:${label}`, status: 'mining', hash })
    yield* emit(flow, { type: 'step', step: `order:${label}`, status: 'done', value: { transferTxId: hash } })
  }
}

/** The value in a list, or an empty list when the event is missing. */
function tryRead<T>(read: () => T): T[] {
  try {
    return [read()]
  } catch (error) {
    if (error instanceof EventMissingError) return []
    throw error
  }
}

/** Sends what has been prepared; quotes older than a minute are fetched again first. */
export async function* placeOrders(
  flow: Flow,
  resolved: ResolvedCompute,
  first: PreparedOrders,
): AsyncGenerator<FlowEvent, PayForComputeReturnType> {
  const items = itemsOf(resolved)
  const hashes: Hex[] = []
  let prepared = first
  if (first.batch) yield* placeTogether(flow, resolved, first)
  for (const [index, item] of items.entries()) {
    if (!first.batch && Date.now() - prepared.preparedAt > 60_000) {
      const next = await prepareOrders(flow, resolved)
      requireNotDearer(first, next)
      prepared = next
    }
    const { transferTxId, actions } = prepared.items[index] ?? { transferTxId: undefined, actions: [] }
    const step = `order:${item.label}`
    if (transferTxId) {
      yield* emit(flow, { type: 'step', step, status: 'skipped' })
      hashes.push(transferTxId)
      continue
    }
    for (const { confirmation, call, read } of first.batch ? [] : actions) {
      yield* transact(flow, confirmation.step, { again: true, call: () => call, read })
    }
    const hash = savedStep(flow, step).hash
    if (!hash) throw new TypeError('An item was left unpaid.')
    hashes.push(hash)
  }
  const paid = items.map(({ did, serviceId, userdata }, index) => ({
    did,
    serviceId,
    userdata,
    transferTxId: hashes[index],
  }))
  const { draft, datasets, root } = resolved
  const published = paid[datasets.length]
  const algorithm: ComputeAlgorithm = draft.algorithm.meta
    ? { meta: draft.algorithm.meta }
    : { ...(published ?? { did: draft.algorithm.did, serviceId: '0' }), algocustomdata: draft.algorithm.algocustomdata }
  return { datasets: paid.slice(0, datasets.length), algorithm, providerUrl: root.url, validUntil: prepared.validUntil }
}
