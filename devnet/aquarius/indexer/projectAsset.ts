import { formatUnits, getAddress, isAddress } from 'viem'
import type { Database } from '../../storage/openDatabase'
import { writeAsset, writeAssetDatatokens } from '../storage/assets'
import { countFacts, readFacts, readLastFact } from '../storage/facts'
import { readCurrent, readPublication, type StoredMetadataEvent } from '../storage/metadataEvents'
import { first } from '../storage/sql'
import { readServices } from './readServices'

type Price = Record<string, never> | { value: number; tokenAddress?: string; tokenSymbol?: string }

/** States in which Aquarius keeps an asset's place but not its content: deprecated and revoked. */
const reducedStates = [2, 3]

/**
 * Derives an asset from the journal and stores it: the document of its newest readable metadata event, with what
 * Aquarius adds. Called for every asset that a journal change is about, in the same transaction.
 *
 * - Source: provider-aquarius specification, sections 9.4 and 9.5
 */
export function projectAsset(database: Database, nft: string): void {
  const published = readPublication(database, nft)
  const current = readCurrent(database, nft)
  if (!published || !current?.document) {
    writeAsset(database, { nft, did: published?.did ?? '' }, undefined)
    return
  }
  const document = JSON.parse(current.document) as Record<string, unknown>
  const services = readServices(document)
  const datatokens = services.map((service) => toChecksum(service.datatokenAddress))
  const state = readState(database, nft)
  const additions = {
    event: {
      tx: current.transactionHash,
      txid: current.transactionHash,
      block: current.block,
      from: current.sender,
      contract: nft,
      datetime: toDatetime(current.timestamp),
    },
    nft: describeNft(database, published, state),
    datatokens: services.map(({ id, datatokenAddress }) => ({
      address: datatokenAddress,
      ...(readLastFact(database, 'datatoken', toChecksum(datatokenAddress)) ?? { name: '', symbol: '' }),
      serviceId: id,
    })),
    stats: readStats(database, datatokens),
  }
  writeAssetDatatokens(database, nft, datatokens)
  const full = { ...document, ...additions, purgatory: { state: false } }
  const text = JSON.stringify(reducedStates.includes(state) ? additions : full)
  writeAsset(database, { nft, did: current.did }, text)
}

function describeNft(database: Database, { nft, timestamp }: StoredMetadataEvent, state: number) {
  const created = readLastFact(database, 'nft', nft)
  return {
    address: nft,
    name: created?.name ?? '',
    symbol: created?.symbol ?? '',
    state,
    tokenURI: readLastFact(database, 'tokenUri', nft)?.tokenUri ?? created?.tokenUri ?? '',
    owner: readLastFact(database, 'owner', nft)?.owner ?? '',
    created: toDatetime(timestamp),
  }
}

function readState(database: Database, nft: string): number {
  const sql = `SELECT state FROM (
      SELECT block, log_index, state FROM metadata_events WHERE nft = ?1
      UNION ALL SELECT block, log_index, value ->> 'state' FROM facts WHERE kind = 'state' AND subject = ?1
    ) ORDER BY block DESC, log_index DESC LIMIT 1`
  return first<{ state: number }>(database, sql, [nft])?.state ?? 0
}

function readStats(database: Database, datatokens: readonly string[]) {
  const distinct = [...new Set(datatokens)]
  const orders = distinct.reduce((sum, datatoken) => sum + countFacts(database, 'order', datatoken), 0)
  const price = distinct.map((datatoken) => readPrice(database, datatoken)).find((found) => 'value' in found) ?? {}
  return { allocated: 0, orders, price }
}

function readPrice(database: Database, datatoken: string): Price {
  if (readLastFact(database, 'dispenser', datatoken)?.active) return { value: 0 }
  for (const { exchangeId, baseToken, symbol, rate } of readFacts(database, 'exchange', datatoken)) {
    if (readLastFact(database, 'exchangeActive', exchangeId)?.active === false) continue
    const current = readLastFact(database, 'rate', exchangeId)?.rate ?? rate
    return { value: Number(formatUnits(BigInt(current), 18)), tokenAddress: baseToken, tokenSymbol: symbol }
  }
  return {}
}

const toChecksum = (address: string) => (isAddress(address, { strict: false }) ? getAddress(address) : address)
const toDatetime = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19)
