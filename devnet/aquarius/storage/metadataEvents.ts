import type { Address, Hash, Hex } from 'viem'
import type { Database } from '../../storage/openDatabase'
import type { MetadataEvent, Outcome, Position } from '../indexer/types'
import { all, first, run, type SqlValue } from './sql'

type Row = {
  block: number
  log_index: number
  transaction_hash: Hash
  nft: Address
  did: string
  kind: 'created' | 'updated'
  state: number
  decryptor_url: string
  flags: Hex
  data: Hex
  hash: Hex
  timestamp: number
  sender: Address
  leading: number
  status: Outcome['status']
  document: string | null
  error: string | null
  attempts: number
  next_attempt: number | null
}
export type StoredMetadataEvent = MetadataEvent & {
  status: Outcome['status']
  document: string | null
  error: string | null
  attempts: number
  nextAttempt: number | null
}
export type MetadataFilter = { did?: string; nft?: string; transactionHash?: string }

/** When a failed event is tried again, in ms: soon at first, every five minutes in the end. */
const firstDelay = 250
const longestDelay = 300_000

export function writeMetadataEvent(database: Database, event: MetadataEvent): void {
  const values: SqlValue[] = [
    event.block,
    event.logIndex,
    event.transactionHash,
    event.nft,
    event.did,
    event.kind,
    event.state,
  ]
  values.push(
    event.decryptorUrl,
    event.flags,
    event.data,
    event.hash,
    event.timestamp,
    event.sender,
    event.leading ? 1 : 0,
  )
  run(
    database,
    `INSERT INTO metadata_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'failed', NULL, NULL, 0, NULL)`,
    values,
  )
}

/** Records what became of an event. A failure comes due again after a delay that doubles with each attempt. */
export function writeOutcome(database: Database, position: Position, outcome: Outcome): void {
  const sql = 'SELECT attempts FROM metadata_events WHERE block = ? AND log_index = ?'
  const key = [position.block, position.logIndex]
  const attempts = (first<{ attempts: number }>(database, sql, key)?.attempts ?? 0) + 1
  const delay = Math.min(firstDelay * 2 ** (attempts - 1), longestDelay)
  run(
    database,
    `UPDATE metadata_events SET status = ?1, document = ?2, error = ?3, attempts = ?4, next_attempt = ?5,
       data = CASE WHEN ?1 = 'indexed' THEN '0x' ELSE data END WHERE block = ?6 AND log_index = ?7`,
    [
      outcome.status,
      outcome.status === 'indexed' ? outcome.document : null,
      outcome.status === 'indexed' ? null : outcome.error,
      attempts,
      outcome.status === 'failed' ? Date.now() + delay : null,
      ...key,
    ],
  )
}

/** The event that published a data NFT's asset first. */
export function readPublication(database: Database, nft: string): StoredMetadataEvent | undefined {
  const row = first<Row>(database, 'SELECT * FROM metadata_events WHERE nft = ? ORDER BY block, log_index LIMIT 1', [
    nft,
  ])
  return row && toEvent(row)
}

/** The newest event of a data NFT whose document could be read. */
export function readCurrent(database: Database, nft: string): StoredMetadataEvent | undefined {
  const sql = `SELECT * FROM metadata_events WHERE nft = ? AND status = 'indexed' ORDER BY block DESC, log_index DESC LIMIT 1`
  const row = first<Row>(database, sql, [nft])
  return row && toEvent(row)
}

/** The newest event that fits all given marks. */
export function findMetadataEvent(database: Database, filter: MetadataFilter): StoredMetadataEvent | undefined {
  const { where, values } = toWhere(filter)
  const row = first<Row>(
    database,
    `SELECT * FROM metadata_events ${where} ORDER BY block DESC, log_index DESC LIMIT 1`,
    values,
  )
  return row && toEvent(row)
}

/** The events that wait for another attempt, the next one first. */
export function readWaiting(database: Database, filter: MetadataFilter = {}): StoredMetadataEvent[] {
  const { where, values } = toWhere(filter)
  const sql = `SELECT * FROM metadata_events ${where || 'WHERE TRUE'} AND next_attempt IS NOT NULL ORDER BY next_attempt`
  return all<Row>(database, sql, values).map(toEvent)
}

export function readDue(database: Database, now: number): StoredMetadataEvent[] {
  const sql = 'SELECT * FROM metadata_events WHERE next_attempt <= ? ORDER BY block, log_index LIMIT 100'
  return all<Row>(database, sql, [now]).map(toEvent)
}

/** Makes unfinished events due at once: all failed ones, or every one that a filter names and that has no document. */
export function makeDue(database: Database, filter?: MetadataFilter): void {
  if (!filter) {
    run(database, 'UPDATE metadata_events SET next_attempt = 0 WHERE next_attempt IS NOT NULL')
    return
  }
  const { where, values } = toWhere(filter)
  run(database, `UPDATE metadata_events SET next_attempt = 0 ${where} AND document IS NULL`, values)
}

export function readNftsAfter(database: Database, block: number): string[] {
  return all<{ nft: string }>(database, 'SELECT DISTINCT nft FROM metadata_events WHERE block > ?', [block]).map(
    (row) => row.nft,
  )
}

/** A document that was decrypted before, by the hash the chain gives for it. */
export function readDocument(database: Database, hash: string): string | undefined {
  return first<{ document: string }>(database, 'SELECT document FROM documents WHERE hash = ?', [hash])?.document
}

export function writeDocument(database: Database, hash: string, document: string): void {
  run(database, 'INSERT OR IGNORE INTO documents VALUES (?, ?)', [hash, document])
}

export function hasMetadataEvent(database: Database, { block, logIndex }: Position): boolean {
  return (
    first(database, 'SELECT 1 FROM metadata_events WHERE block = ? AND log_index = ?', [block, logIndex]) !== undefined
  )
}

function toWhere(filter: MetadataFilter): { where: string; values: string[] } {
  const clauses = [
    filter.did === undefined ? [] : [['did = ?', filter.did] as const],
    filter.nft === undefined ? [] : [['nft = ? COLLATE NOCASE', filter.nft] as const],
    filter.transactionHash === undefined
      ? []
      : [['transaction_hash = ?', filter.transactionHash.toLowerCase()] as const],
  ].flat()
  if (!clauses.length) return { where: '', values: [] }
  return { where: `WHERE ${clauses.map(([sql]) => sql).join(' AND ')}`, values: clauses.map(([, value]) => value) }
}

function toEvent(row: Row): StoredMetadataEvent {
  const { log_index, transaction_hash, decryptor_url, leading, next_attempt, ...rest } = row
  return {
    ...rest,
    logIndex: log_index,
    transactionHash: transaction_hash,
    decryptorUrl: decryptor_url,
    leading: leading === 1,
    nextAttempt: next_attempt,
  }
}
