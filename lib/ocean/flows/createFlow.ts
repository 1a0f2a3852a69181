import { type Address, BaseError, type Hash, type TransactionReceipt, UserRejectedRequestError } from 'viem'
import { requireWallet } from '../clients/requireWallet'
import { simulateCall } from '../clients/simulateCall'
import { submitCall } from '../clients/submitCall'
import { toRevertError } from '../clients/toRevertError'
import { waitForTransaction } from '../clients/waitForTransaction'
import {
  EventMissingError,
  TransactionDroppedError,
  TransactionReplacedError,
  TransactionRevertedError,
  WalletRequiredError,
} from '../errors/ChainError'
import { FlowStepError } from '../errors/FlowStepError'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import type { Checkpoint, CheckpointStep, FlowEvent, FlowOptions } from '../types/flow'
import type { Json } from '../types/json'
import { encodeCall } from '../utils/encodeCall'
import { hashCall } from '../utils/hashCall'
import { foldFlow } from './foldFlow'

export type Flow = {
  readonly client: OceanClient
  readonly account: Address
  readonly signal: AbortSignal | undefined
  /** Kept up to date by the steps. */
  checkpoint: Checkpoint
  /** True once a transaction has been sent, by this run or an earlier one. */
  spent: boolean
}

/** The state one run of a flow works on. */
export function createFlow(client: OceanClient, { checkpoint, signal }: FlowOptions): Flow {
  const account = client.walletClient?.account?.address
  if (!account) throw new WalletRequiredError()
  const spent = Object.values(checkpoint?.steps ?? {}).some(({ hash }) => hash !== undefined)
  return { client, account, signal, checkpoint: checkpoint ?? { version: 1, steps: {} }, spent }
}

/** What an earlier run knows of a step. */
export function savedStep(flow: Pick<Flow, 'checkpoint'>, step: string): CheckpointStep {
  return flow.checkpoint.steps[step] ?? {}
}

/** Whether a step still needs a prompt: neither done nor sent. */
export function isOpen(checkpoint: Checkpoint | undefined, step: string): boolean {
  const saved = checkpoint?.steps[step]
  return !saved?.done && !saved?.hash && !saved?.batch
}

/** Yields an event and keeps the flow's own checkpoint in step with it. */
export function* emit(flow: Flow, event: FlowEvent): Generator<FlowEvent, void> {
  flow.checkpoint = foldFlow(flow.checkpoint, event)
  yield event
}

export type StepOptions<T extends Json | undefined> = {
  /** True when the outcome of an earlier run is of no use. */
  again?: boolean | undefined
  /** Shown before a prompt. */
  signing?: boolean | undefined
  run: () => Promise<T>
}

/** A step without a transaction: done once, then its value is remembered. */
export async function* runStep<T extends Json | undefined>(
  flow: Flow,
  step: string,
  options: StepOptions<T>,
): AsyncGenerator<FlowEvent, T> {
  const saved = savedStep(flow, step)
  if (saved.done && !options.again) {
    yield* emit(flow, { type: 'step', step, status: 'skipped' })
    return saved.value as T
  }
  yield* emit(flow, { type: 'step', step, status: 'working' })
  if (options.signing) yield* emit(flow, { type: 'step', step, status: 'signing' })
  try {
    flow.signal?.throwIfAborted()
    const value = await options.run()
    yield* emit(flow, { type: 'step', step, status: 'done', ...(value === undefined ? {} : { value }) })
    return value
  } catch (cause) {
    throw toStepError(flow, step, cause)
  }
}

export type TransactOptions<T extends Json> = {
  /** True when a finished transaction of an earlier run does not count. One still under way always does. */
  again?: boolean | undefined
  /** The call to send. Made only when something has to be sent. */
  call: () => Promise<ContractCall> | ContractCall
  /** What the transaction has done, by its events. @throws {EventMissingError} */
  read: (receipt: TransactionReceipt) => T
}

/** A step with a transaction: sent once, then waited for, whatever happens to the page in between. */
export async function* transact<T extends Json>(
  flow: Flow,
  step: string,
  options: TransactOptions<T>,
): AsyncGenerator<FlowEvent, T> {
  const saved = savedStep(flow, step)
  if (saved.done && !options.again) {
    yield* emit(flow, { type: 'step', step, status: 'skipped' })
    return saved.value as T
  }
  const { client, spent } = flow
  try {
    let { hash, nonce } = saved.done ? {} : saved
    if (!hash) {
      yield* emit(flow, { type: 'step', step, status: 'working' })
      flow.signal?.throwIfAborted()
      const call = await options.call()
      await requireWallet(client)
      await simulateCall(client, call, flow.account)
      nonce = await client.publicClient.getTransactionCount({ address: flow.account, blockTag: 'pending' })
      flow.signal?.throwIfAborted()
      yield* emit(flow, { type: 'step', step, status: 'signing', nonce, call: hashCall(encodeCall(call)) })
      try {
        hash = await submitCall(client, call)
      } catch (error) {
        if (isRejection(error)) yield* emit(flow, { type: 'step', step, status: 'dropped' })
        throw error
      }
      flow.spent = true
    }
    yield* emit(flow, { type: 'step', step, status: 'mining', hash, ...(nonce === undefined ? {} : { nonce }) })
    const value = yield* settle(flow, step, { hash, nonce, read: options.read })
    yield* emit(flow, { type: 'step', step, status: 'done', value })
    return value
  } catch (cause) {
    if (isGone(cause)) flow.spent = spent
    throw toStepError(flow, step, cause)
  }
}

/** Whether a transaction that was sent will never be mined: then it has cost nothing. */
const isGone = (error: unknown) => error instanceof TransactionDroppedError || error instanceof TransactionReplacedError

export const isRejection = (error: unknown) =>
  error instanceof BaseError && error.walk((cause) => cause instanceof UserRejectedRequestError) !== null

export async function* settle<T extends Json>(
  flow: Flow,
  step: string,
  { hash, nonce, read }: { hash: Hash; nonce: number | undefined; read: (receipt: TransactionReceipt) => T },
): AsyncGenerator<FlowEvent, T> {
  const { client, account, signal } = flow
  try {
    const receipt = await waitForTransaction(client, { hash, nonce, from: account, signal })
    const replaced = receipt.transactionHash.toLowerCase() !== hash.toLowerCase()
    if (receipt.status === 'reverted') throw await explainRevert(client, receipt)
    try {
      const value = read(receipt)
      if (replaced) yield* emit(flow, { type: 'step', step, status: 'mining', hash: receipt.transactionHash, nonce })
      return value
    } catch (error) {
      if (!replaced || !(error instanceof EventMissingError)) throw error
      const reason = receipt.to?.toLowerCase() === account.toLowerCase() ? 'cancelled' : 'replaced'
      throw new TransactionReplacedError({ reason, transactionHash: hash, replacement: receipt.transactionHash })
    }
  } catch (error) {
    if (isGone(error) || error instanceof TransactionRevertedError)
      yield* emit(flow, { type: 'step', step, status: 'dropped' })
    throw error
  }
}

/** Why a mined transaction failed: found by playing it again where it stood. */
async function explainRevert(client: OceanClient, receipt: TransactionReceipt): Promise<TransactionRevertedError> {
  const transactionHash = receipt.transactionHash
  try {
    const transaction = await client.publicClient.getTransaction({ hash: transactionHash })
    await client.publicClient.call({
      account: transaction.from,
      to: transaction.to,
      data: transaction.input,
      value: transaction.value,
      blockNumber: receipt.blockNumber - 1n,
    })
  } catch (error) {
    const explained = toRevertError(error, { transactionHash })
    if (explained instanceof TransactionRevertedError) return explained
  }
  return new TransactionRevertedError({ reason: undefined, kind: 'unknown', transactionHash })
}

export function toStepError(flow: Flow, step: string, cause: unknown): unknown {
  if (cause instanceof FlowStepError || (flow.signal?.aborted && cause === flow.signal.reason)) return cause
  return new FlowStepError({ step, spent: flow.spent, cause })
}
