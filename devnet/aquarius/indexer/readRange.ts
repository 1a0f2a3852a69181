import { getAddress, type Hash } from 'viem'
import { getDid } from '@/lib/ocean/utils/getDid'
import type { ChainReader, Contracts, FollowedLog } from './chainReader'
import type { Fact, MetadataEvent, Position } from './types'

export type RangeReading = { facts: Fact[]; metadata: MetadataEvent[] }
type ReadRange = {
  reader: ChainReader
  chainId: number
  contracts: Contracts
  range: { from: number; to: number }
}
type MetadataLog = Extract<FollowedLog, { eventName: 'MetadataCreated' | 'MetadataUpdated' }>

/** No contract but the real ones says a later time; a day in the year 4000 keeps such a claim storable. */
const latestTime = 64_060_588_800

/** Turns the logs of a block range into journal entries. Every log counts for the contract that emitted it. */
export async function readRange(parameters: ReadRange): Promise<RangeReading> {
  const { reader, chainId, range } = parameters
  const [logs, transfers] = await Promise.all([reader.getFollowedLogs(range), reader.getNftTransfers(range)])
  const facts: Fact[] = transfers.map((log) => ({
    ...position(log),
    ...{ kind: 'owner', subject: getAddress(log.address), value: { owner: getAddress(log.args.to) } },
  }))
  for (const log of logs) {
    const fact = await toFact(log, parameters)
    if (fact) facts.push(fact)
  }
  const metadataLogs = logs.filter((log) => log.eventName === 'MetadataCreated' || log.eventName === 'MetadataUpdated')
  const leading = findLeading(metadataLogs)
  const metadata: MetadataEvent[] = []
  for (const log of metadataLogs) {
    const nft = getAddress(log.address)
    const { args } = log
    metadata.push({
      ...position(log),
      transactionHash: log.transactionHash,
      nft,
      did: getDid(nft, chainId),
      kind: log.eventName === 'MetadataCreated' ? 'created' : 'updated',
      state: args.state,
      decryptorUrl: args.decryptorUrl,
      flags: args.flags,
      data: args.data,
      hash: args.metaDataHash,
      timestamp: Math.min(Number(args.timestamp), latestTime),
      sender: await reader.getSender(log.transactionHash),
      leading: leading.get(log.transactionHash) === log.logIndex,
    })
  }
  return { facts, metadata }
}

const position = (log: { blockNumber: bigint; logIndex: number }): Position => ({
  block: Number(log.blockNumber),
  logIndex: log.logIndex,
})

/** By transaction, the log a Provider takes when it is told the transaction only: the first creation, else the first update. */
function findLeading(logs: MetadataLog[]): Map<Hash, number> {
  const leading = new Map<Hash, number>()
  for (const name of ['MetadataCreated', 'MetadataUpdated']) {
    for (const log of logs) {
      if (log.eventName === name && !leading.has(log.transactionHash)) leading.set(log.transactionHash, log.logIndex)
    }
  }
  return leading
}

async function toFact(log: FollowedLog, { reader, contracts }: ReadRange): Promise<Fact | undefined> {
  const emitter = getAddress(log.address)
  const at = position(log)
  const byFactory = emitter === getAddress(contracts.ERC721Factory)
  switch (log.eventName) {
    case 'NFTCreated': {
      if (!byFactory) return undefined
      const { newTokenAddress, tokenName: name, symbol, tokenURI: tokenUri } = log.args
      return { ...at, kind: 'nft', subject: getAddress(newTokenAddress), value: { name, symbol, tokenUri } }
    }
    case 'TokenCreated': {
      if (!byFactory) return undefined
      const { newTokenAddress, name, symbol } = log.args
      return { ...at, kind: 'datatoken', subject: getAddress(newTokenAddress), value: { name, symbol } }
    }
    case 'MetadataState':
      return { ...at, kind: 'state', subject: emitter, value: { state: log.args.state } }
    case 'TokenURIUpdate':
      if (log.args.tokenID !== 1n) return undefined
      return { ...at, kind: 'tokenUri', subject: emitter, value: { tokenUri: log.args.tokenURI } }
    case 'OrderStarted': {
      const value = { serviceIndex: Number(log.args.serviceIndex), consumer: log.args.consumer }
      return { ...at, kind: 'order', subject: emitter, value }
    }
    case 'DispenserCreated':
    case 'DispenserActivated':
    case 'DispenserDeactivated': {
      if (!(await reader.isApproved(emitter, 'dispenser'))) return undefined
      const value = { active: log.eventName !== 'DispenserDeactivated' }
      return { ...at, kind: 'dispenser', subject: getAddress(log.args.datatokenAddress), value }
    }
    case 'ExchangeCreated': {
      if (!(await reader.isApproved(emitter, 'exchange'))) return undefined
      const { exchangeId, datatoken, fixedRate } = log.args
      const baseToken = getAddress(log.args.baseToken)
      const { symbol } = await reader.getToken(baseToken)
      const value = { exchangeId, baseToken, symbol, rate: fixedRate.toString() }
      return { ...at, kind: 'exchange', subject: getAddress(datatoken), value }
    }
    case 'ExchangeRateChanged':
      if (!(await reader.isApproved(emitter, 'exchange'))) return undefined
      return { ...at, kind: 'rate', subject: log.args.exchangeId, value: { rate: log.args.newRate.toString() } }
    case 'ExchangeActivated':
    case 'ExchangeDeactivated': {
      if (!(await reader.isApproved(emitter, 'exchange'))) return undefined
      const value = { active: log.eventName === 'ExchangeActivated' }
      return { ...at, kind: 'exchangeActive', subject: log.args.exchangeId, value }
    }
    default:
      return undefined
  }
}
