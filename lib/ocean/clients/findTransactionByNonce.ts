import type { Address, Hash } from 'viem'
import type { OceanClient } from '../types/client'

/** The mined transaction with this sender and nonce, found by halving the range in which the nonce was used. */
export async function findTransactionByNonce(
  client: OceanClient,
  { from, nonce }: { from: Address; nonce: number },
): Promise<Hash | undefined> {
  let high = await client.publicClient.getBlockNumber({ cacheTime: 0 })
  let low = high > 10_000n ? high - 10_000n : 0n
  while (low < high) {
    const middle = (low + high) / 2n
    const count = await client.publicClient.getTransactionCount({ address: from, blockNumber: middle })
    if (count > nonce) high = middle
    else low = middle + 1n
  }
  const block = await client.publicClient.getBlock({ blockNumber: high, includeTransactions: true })
  return block.transactions.find(
    (candidate) => candidate.nonce === nonce && candidate.from.toLowerCase() === from.toLowerCase(),
  )?.hash
}
