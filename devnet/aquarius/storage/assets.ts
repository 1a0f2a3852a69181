import type { Database } from '../../storage/openDatabase'
import { updateIndex } from '../search/updateIndex'
import { all, first, run } from './sql'

type Row = { id: number; document: string }

/** The stored text of an asset's enriched DDO. */
export function readAsset(database: Database, did: string): string | undefined {
  return first<Row>(database, 'SELECT id, document FROM assets WHERE did = ?', [did])?.document
}

/** Stores the enriched DDO of a data NFT, or takes the asset out, and brings the search index in line. */
export function writeAsset(database: Database, key: { nft: string; did: string }, document: string | undefined): void {
  const { nft, did } = key
  const stored = first<Row>(database, 'SELECT id, document FROM assets WHERE nft = ?', [nft])
  if (stored?.document === document) return
  if (document === undefined) {
    run(database, 'DELETE FROM asset_datatokens WHERE nft = ?', [nft])
    run(database, 'DELETE FROM assets WHERE nft = ?', [nft])
  } else if (stored) {
    run(database, 'UPDATE assets SET document = ? WHERE id = ?', [document, stored.id])
  } else {
    run(database, 'INSERT INTO assets (did, nft, document) VALUES (?, ?, ?)', [did, nft, document])
  }
  const id = stored?.id ?? first<Row>(database, 'SELECT id, document FROM assets WHERE nft = ?', [nft])?.id
  if (id !== undefined) updateIndex(database, id, { before: stored?.document, after: document })
}

export function writeAssetDatatokens(database: Database, nft: string, datatokens: readonly string[]): void {
  run(database, 'DELETE FROM asset_datatokens WHERE nft = ?', [nft])
  for (const datatoken of new Set(datatokens))
    run(database, 'INSERT INTO asset_datatokens VALUES (?, ?)', [datatoken, nft])
}

export function countAssets(database: Database): number {
  return all<{ count: number }>(database, 'SELECT COUNT(*) AS count FROM assets')[0]?.count ?? 0
}
