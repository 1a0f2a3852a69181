import {
  type Address,
  BaseError,
  createPublicClient,
  encodeEventTopics,
  getAddress,
  type Hash,
  type Hex,
  HttpRequestError,
  hexToNumber,
  http,
  type Log,
  numberToHex,
  pad,
  parseAbi,
  parseEventLogs,
  TimeoutError,
  toEventSelector,
  zeroAddress,
} from 'viem'
import { factoryRouterAbi } from '@/lib/ocean/abis/factoryRouterAbi'
import { followedAbi, transferAbi } from './followedAbi'
import type { BlockReference } from './types'

const tokenAbi = parseAbi(['function symbol() view returns (string)', 'function name() view returns (string)'])
const nftAbi = parseAbi(['function tokenURI(uint256) view returns (string)'])
const listAbi = parseAbi(['function erc721List(address) view returns (address)'])

export type Contracts = { ERC721Factory: Address; FixedPrice: Address; Dispenser: Address; Router: Address }
export type FollowedLog = ReturnType<typeof parseFollowed>[number]
export type TransferLog = ReturnType<typeof parseTransfers>[number]
export type ChainReader = ReturnType<typeof createChainReader>

const parseFollowed = (logs: Log[]) => parseEventLogs({ abi: followedAbi, logs, strict: true })
const parseTransfers = (logs: Log[]) => parseEventLogs({ abi: transferAbi, logs, strict: true })

/** Whatever a strange contract does instead of answering is its own fault; a chain that cannot be reached is not. */
function emptyText(error: unknown): string {
  const unreachable = (cause: unknown) => cause instanceof HttpRequestError || cause instanceof TimeoutError
  if (!(error instanceof BaseError) || error.walk(unreachable)) throw error
  return ''
}

/** The few questions the indexer asks the chain. */
export function createChainReader({ rpcUrl, contracts }: { rpcUrl: string; contracts: Contracts }) {
  const client = createPublicClient({ transport: http(rpcUrl, { retryCount: 1, timeout: 10_000 }) })
  const topics = followedAbi.map(toEventSelector)
  const [transferTopic] = encodeEventTopics({ abi: transferAbi })
  const approved = new Map<Address, boolean>()

  async function getLogs(range: { from: number; to: number }, filter: (Hex | Hex[] | null)[]): Promise<Log[]> {
    const logs = await client.request({
      method: 'eth_getLogs',
      params: [{ fromBlock: numberToHex(range.from), toBlock: numberToHex(range.to), topics: filter }],
    })
    return logs.map((log) => ({
      ...log,
      blockNumber: BigInt(log.blockNumber ?? 0),
      logIndex: hexToNumber(log.logIndex ?? '0x0'),
      transactionIndex: hexToNumber(log.transactionIndex ?? '0x0'),
    })) as unknown as Log[]
  }

  return {
    /** The block of that number, or the newest one. Undefined when the chain does not reach that far. */
    async getBlock(number?: number): Promise<BlockReference | undefined> {
      const block = await client.request({
        method: 'eth_getBlockByNumber',
        params: [number === undefined ? 'latest' : numberToHex(number), false],
      })
      return block?.hash && block.number ? { number: hexToNumber(block.number), hash: block.hash } : undefined
    },
    async getFollowedLogs(range: { from: number; to: number }): Promise<FollowedLog[]> {
      return parseFollowed(await getLogs(range, [topics]))
    },
    async getNftTransfers(range: { from: number; to: number }): Promise<TransferLog[]> {
      return parseTransfers(await getLogs(range, [transferTopic ?? null, null, null, pad('0x1', { size: 32 })]))
    },
    async getSender(hash: Hash): Promise<Address> {
      const transaction = await client.request({ method: 'eth_getTransactionByHash', params: [hash] })
      if (!transaction) throw new Error(`The chain no longer has transaction ${hash}.`)
      return getAddress(transaction.from)
    },
    async isListed(nft: Address): Promise<boolean> {
      const address = contracts.ERC721Factory
      return (
        (await client.readContract({ address, abi: listAbi, functionName: 'erc721List', args: [nft] })) !== zeroAddress
      )
    },
    /** A token's own words for itself; empty where the contract has none. */
    async getToken(address: Address): Promise<{ name: string; symbol: string }> {
      const read = (functionName: 'name' | 'symbol') => client.readContract({ address, abi: tokenAbi, functionName })
      const [name, symbol] = await Promise.all([read('name').catch(emptyText), read('symbol').catch(emptyText)])
      return { name, symbol }
    },
    async getTokenUri(nft: Address): Promise<string> {
      const call = { address: nft, abi: nftAbi, functionName: 'tokenURI', args: [1n] } as const
      return client.readContract(call).catch(emptyText)
    },
    /** Whether the router vouches for a dispenser or a fixed-rate exchange. */
    async isApproved(contract: Address, kind: 'dispenser' | 'exchange'): Promise<boolean> {
      if (contract === getAddress(kind === 'dispenser' ? contracts.Dispenser : contracts.FixedPrice)) return true
      const known = approved.get(contract)
      if (known !== undefined) return known
      const functionName = kind === 'dispenser' ? 'isDispenserContract' : 'isFixedRateContract'
      const answer = await client.readContract({
        ...{ address: contracts.Router, abi: factoryRouterAbi, functionName, args: [contract] },
      })
      approved.set(contract, answer)
      return answer
    },
  }
}
