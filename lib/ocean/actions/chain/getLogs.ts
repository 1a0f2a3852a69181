import {
  type Abi,
  type Address,
  type ContractEventName,
  formatLog,
  HttpRequestError,
  type Log,
  type ParseEventLogsReturnType,
  parseEventLogs,
  TimeoutError,
  toEventSelector,
} from 'viem'
import type { OceanClient } from '../../types/client'

export type GetLogsParameters<abi extends Abi, name extends ContractEventName<abi>> = {
  address: Address
  abi: abi
  eventNames: readonly name[]
  /** Unix seconds; blocks before are left out where that saves work. */
  since?: number | undefined
  signal?: AbortSignal | undefined
}

/**
 * All logs of a contract since `network.startBlock`, oldest first. Where a node limits the range, it is halved until it fits.
 */
export async function getLogs<const abi extends Abi, name extends ContractEventName<abi>>(
  client: OceanClient,
  { address, abi, eventNames, since, signal }: GetLogsParameters<abi, name>,
): Promise<ParseEventLogsReturnType<abi, name, true>> {
  const topics = [
    abi.flatMap((item) =>
      item.type === 'event' && (eventNames as readonly string[]).includes(item.name) ? [toEventSelector(item)] : [],
    ),
  ]
  const read = async (from: bigint, to: bigint): Promise<Log[]> => {
    signal?.throwIfAborted()
    try {
      const logs = await client.publicClient.request({
        method: 'eth_getLogs',
        params: [{ address, topics, fromBlock: `0x${from.toString(16)}`, toBlock: `0x${to.toString(16)}` }],
      })
      return logs.map((log) => formatLog(log))
    } catch (error) {
      if (error instanceof HttpRequestError || error instanceof TimeoutError || to - from < 500n) throw error
      const middle = (from + to) / 2n
      return [...(await read(from, middle)), ...(await read(middle + 1n, to))]
    }
  }
  const head = await client.publicClient.getBlockNumber({ cacheTime: 0 })
  const first = BigInt(client.network.startBlock ?? 0)
  const start =
    since !== undefined && head - first > 10_000n ? await getBlockAt(client, { since, low: first, high: head }) : first
  const logs = await read(start > head ? head : start, head)
  return parseEventLogs({
    abi,
    eventName: [...eventNames],
    logs: logs as never,
    strict: true,
  }) as unknown as ParseEventLogsReturnType<abi, name, true>
}

/** The last block before a time, found by halving. */
async function getBlockAt(
  client: OceanClient,
  { since, ...range }: { since: number; low: bigint; high: bigint },
): Promise<bigint> {
  let { low, high } = range
  while (high - low > 1_000n) {
    const middle = (low + high) / 2n
    const { timestamp } = await client.publicClient.getBlock({ blockNumber: middle })
    if (timestamp < BigInt(since)) low = middle
    else high = middle
  }
  return low
}
