import type { Hash, TransactionReceipt } from 'viem'
import { requireWallet } from '../clients/requireWallet'
import { simulateBatch } from '../clients/simulateBatch'
import { TransactionDroppedError, TransactionRevertedError } from '../errors/ChainError'
import type { ContractCall, RawCall } from '../types/call'
import type { FlowEvent } from '../types/flow'
import type { Json } from '../types/json'
import { encodeCall } from '../utils/encodeCall'
import { sleep } from '../utils/sleep'
import { emit, type Flow, isRejection, savedStep, settle, toStepError } from './createFlow'

export type TransactBatchOptions<T extends Json> = {
  /** Made only when something has to be sent. */
  calls: () => Promise<readonly (ContractCall | RawCall)[]> | readonly (ContractCall | RawCall)[]
  /** What the transaction has done, by its events. @throws {EventMissingError} */
  read: (receipt: TransactionReceipt) => T
}

/** A step that hands several calls to the wallet as one prompt and one transaction: all of them happen or none. */
export async function* transactBatch<T extends Json>(
  flow: Flow,
  step: string,
  options: TransactBatchOptions<T>,
): AsyncGenerator<FlowEvent, T> {
  const saved = savedStep(flow, step)
  try {
    let batch = saved.done || saved.hash ? undefined : saved.batch
    let hash = saved.done ? undefined : saved.hash
    if (!hash) {
      if (!batch) {
        yield* emit(flow, { type: 'step', step, status: 'working' })
        const calls = await options.calls()
        const wallet = await requireWallet(flow.client)
        await simulateBatch(flow.client, calls)
        flow.signal?.throwIfAborted()
        yield* emit(flow, { type: 'step', step, status: 'signing' })
        batch = await submit(wallet, flow, calls)
        flow.spent = true
        yield* emit(flow, { type: 'step', step, status: 'signing', batch })
      }
      hash = yield* awaitBatch(flow, step, batch)
    }
    yield* emit(flow, { type: 'step', step, status: 'mining', hash })
    const value = yield* settle(flow, step, { hash, nonce: undefined, read: options.read })
    yield* emit(flow, { type: 'step', step, status: 'done', value })
    return value
  } catch (cause) {
    if (isRejection(cause)) yield* emit(flow, { type: 'step', step, status: 'dropped' })
    throw toStepError(flow, step, cause)
  }
}

async function submit(
  wallet: Awaited<ReturnType<typeof requireWallet>>,
  { client }: Flow,
  calls: readonly (ContractCall | RawCall)[],
): Promise<string> {
  const { id } = await wallet.sendCalls({
    account: wallet.account,
    chain: wallet.chain ?? client.publicClient.chain,
    forceAtomic: true,
    calls: calls.map(encodeCall).map(({ address, data }) => ({ to: address, data })),
  })
  return id
}

/** The transaction a batch became. @throws {TransactionRevertedError} when it failed. */
async function* awaitBatch(flow: Flow, step: string, id: string): AsyncGenerator<FlowEvent, Hash> {
  for (;;) {
    const wallet = await requireWallet(flow.client)
    const { status, receipts } = await wallet.getCallsStatus({ id })
    const hash = receipts?.at(-1)?.transactionHash
    if (status === 'success' && hash) return hash
    if (status === 'failure') {
      yield* emit(flow, { type: 'step', step, status: 'dropped' })
      if (!hash) throw new TransactionDroppedError({ transactionHash: '0x' })
      throw new TransactionRevertedError({ reason: undefined, kind: 'batchFailed', transactionHash: hash })
    }
    await sleep(flow.client.pollingInterval, flow.signal)
  }
}
