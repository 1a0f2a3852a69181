import type { Hash, Hex, TransactionReceipt } from 'viem'
import { findTransactionByNonce } from '../clients/findTransactionByNonce'
import { EventMissingError } from '../errors/ChainError'
import type { FlowEvent } from '../types/flow'
import { hashCall } from '../utils/hashCall'
import { sleep } from '../utils/sleep'
import { emit, type Flow, savedStep } from './createFlow'

/** How many transactions sent elsewhere meanwhile are looked past. */
const reach = 8

type Read = (receipt: TransactionReceipt) => unknown

/**
 * Finds a transaction which the wallet sent but whose hash never reached the page: the one that used the nonce of the prompt, or a
 * later one with the very same call when the account sent something else in between. Waits while one is still pending. Called
 * before confirmations are counted.
 */
export async function* recoverSent(flow: Flow, step: string, read: Read): AsyncGenerator<FlowEvent, void> {
  const { nonce, call, hash, done } = savedStep(flow, step)
  if (nonce === undefined || hash || done) return
  const found = await findSent(flow, { nonce, call, read })
  yield* emit(
    flow,
    found ? { type: 'step', step, status: 'mining', ...found } : { type: 'step', step, status: 'dropped' },
  )
}

async function findSent(
  flow: Flow,
  { nonce, call, read }: { nonce: number; call: Hex | undefined; read: Read },
): Promise<{ hash: Hash; nonce: number } | undefined> {
  const { client, account, signal } = flow
  const count = (blockTag: 'latest' | 'pending') =>
    client.publicClient.getTransactionCount({ address: account, blockTag })
  for (let candidate = nonce; candidate < nonce + reach; ) {
    const [mined, known] = [await count('latest'), await count('pending')]
    if (candidate < mined) {
      const hash = await examine(flow, { nonce: candidate, call: candidate === nonce ? undefined : call, read })
      if (hash) return { hash, nonce: candidate }
      if (call === undefined) return undefined
      candidate += 1
    } else if (candidate < known) await sleep(client.pollingInterval, signal)
    else return undefined
  }
  return undefined
}

/** The transaction with this nonce, if it is the one looked for. */
async function examine(
  { client, account }: Flow,
  { nonce, call, read }: { nonce: number; call: Hex | undefined; read: Read },
): Promise<Hash | undefined> {
  const hash = await findTransactionByNonce(client, { from: account, nonce })
  if (!hash) return undefined
  if (call !== undefined) {
    const { to, input } = await client.publicClient.getTransaction({ hash })
    if (!to || hashCall({ address: to, data: input }) !== call) return undefined
  }
  const receipt = await client.publicClient.getTransactionReceipt({ hash })
  if (receipt.status !== 'success') return undefined
  try {
    read(receipt)
    return hash
  } catch (error) {
    if (error instanceof EventMissingError) return undefined
    throw error
  }
}
