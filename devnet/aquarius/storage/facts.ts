import type { Database } from '../../storage/openDatabase'
import type { Fact, FactKind, FactValue } from '../indexer/types'
import { all, first, run } from './sql'

type Row = { value: string }

export function writeFacts(database: Database, facts: readonly Fact[]): void {
  for (const { block, logIndex, kind, subject, value } of facts) {
    run(database, 'INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?)', [
      block,
      logIndex,
      kind,
      subject,
      JSON.stringify(value),
    ])
  }
}

/** What the chain said last of a kind about a subject. */
export function readLastFact<K extends FactKind>(
  database: Database,
  kind: K,
  subject: string,
): FactValue<K> | undefined {
  const sql = 'SELECT value FROM facts WHERE kind = ? AND subject = ? ORDER BY block DESC, log_index DESC LIMIT 1'
  const row = first<Row>(database, sql, [kind, subject])
  return row && (JSON.parse(row.value) as FactValue<K>)
}

/** Everything the chain said of a kind about a subject, oldest first. */
export function readFacts<K extends FactKind>(database: Database, kind: K, subject: string): FactValue<K>[] {
  const sql = 'SELECT value FROM facts WHERE kind = ? AND subject = ? ORDER BY block, log_index'
  return all<Row>(database, sql, [kind, subject]).map((row) => JSON.parse(row.value) as FactValue<K>)
}

export function countFacts(database: Database, kind: FactKind, subject: string): number {
  const sql = 'SELECT COUNT(*) AS count FROM facts WHERE kind = ? AND subject = ?'
  return first<{ count: number }>(database, sql, [kind, subject])?.count ?? 0
}

/** The data NFTs whose assets a set of facts says something about. */
export function readAffectedNfts(database: Database, facts: readonly Pick<Fact, 'kind' | 'subject'>[]): string[] {
  const nfts = new Set<string>()
  const byToken = (datatoken: string) => {
    const rows = all<{ nft: string }>(database, 'SELECT nft FROM asset_datatokens WHERE datatoken = ?', [datatoken])
    for (const { nft } of rows) nfts.add(nft)
  }
  for (const { kind, subject } of facts) {
    if (kind === 'nft' || kind === 'state' || kind === 'tokenUri' || kind === 'owner') nfts.add(subject)
    else if (kind === 'rate' || kind === 'exchangeActive') {
      const sql = `SELECT subject FROM facts WHERE kind = 'exchange' AND value ->> 'exchangeId' = ?`
      for (const exchange of all<{ subject: string }>(database, sql, [subject])) byToken(exchange.subject)
    } else byToken(subject)
  }
  return [...nfts]
}

export function readFactsAfter(database: Database, block: number): Pick<Fact, 'kind' | 'subject'>[] {
  return all(database, 'SELECT DISTINCT kind, subject FROM facts WHERE block > ?', [block])
}
