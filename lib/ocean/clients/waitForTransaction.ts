import {
  type Address,
  type Hash,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import { TransactionDroppedError, TransactionPendingError, TransactionReplacedError } from '../errors/ChainError'
import type { OceanClient } from '../types/client'
import { sleep } from '../utils/sleep'
import { findTransactionByNonce } from './findTransactionByNonce'

export type WaitForTransactionParameters = {
  hash: Hash
  /** Sender and nonce tell a replaced transaction from a forgotten one. */
  from?: Address | undefined
  nonce?: number | undefined
  /** How often the network may not know the transaction before it counts as forgotten. Default `20`. */
  patience?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * Waits until a transaction is mined, however that ends, or until it is clear that it never will be.
 *
 * @returns Its receipt, or that of the transaction which took its place.
 * @throws {TransactionReplacedError} when its nonce has been used by a transaction that cannot be found any more.
 * @throws {TransactionDroppedError} when the network has forgotten it.
 * @throws {TransactionPendingError} when the chain does not answer.
 */
export async function waitForTransaction(
  client: OceanClient,
  parameters: WaitForTransactionParameters,
): Promise<TransactionReceipt> {
  const { hash, patience = 20, signal } = parameters
  let { from, nonce } = parameters
  let misses = 0
  let failures = 0
  for (;;) {
    signal?.throwIfAborted()
    try {
      const receipt = await findReceipt(client, hash)
      if (receipt) return receipt
      const transaction = await findTransaction(client, hash)
      if (transaction) {
        from = transaction.from
        nonce = transaction.nonce
        misses = 0
      } else {
        misses += 1
        const used =
          from && nonce !== undefined
            ? (await client.publicClient.getTransactionCount({ address: from })) > nonce
            : false
        if (used && from && nonce !== undefined) {
          const late = await findReceipt(client, hash)
          if (late) return late
          const replacement = await findTransactionByNonce(client, { from, nonce })
          if (replacement) return await client.publicClient.getTransactionReceipt({ hash: replacement })
          if (misses > patience) throw new TransactionReplacedError({ reason: 'replaced', transactionHash: hash })
        } else if (misses > patience) {
          throw new TransactionDroppedError({ transactionHash: hash })
        }
      }
      failures = 0
    } catch (error) {
      if (error instanceof TransactionReplacedError || error instanceof TransactionDroppedError) throw error
      failures += 1
      if (failures > 5) throw new TransactionPendingError({ transactionHash: hash, cause: error })
    }
    await sleep(client.pollingInterval, signal)
  }
}

async function findReceipt(client: OceanClient, hash: Hash): Promise<TransactionReceipt | undefined> {
  try {
    return await client.publicClient.getTransactionReceipt({ hash })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}

async function findTransaction(client: OceanClient, hash: Hash) {
  try {
    return await client.publicClient.getTransaction({ hash })
  } catch (error) {
    if (error instanceof TransactionNotFoundError) return undefined
    throw error
  }
}
