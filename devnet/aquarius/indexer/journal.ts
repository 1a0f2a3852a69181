import type { Database } from '../../storage/openDatabase'
import { pruneCheckpoints, writeCheckpoints } from '../storage/checkpoints'
import { readAffectedNfts, readFactsAfter, writeFacts } from '../storage/facts'
import {
  hasMetadataEvent,
  makeDue,
  readCurrent,
  readNftsAfter,
  writeDocument,
  writeMetadataEvent,
  writeOutcome,
} from '../storage/metadataEvents'
import { inSavepoint, inTransaction, run } from '../storage/sql'
import type { Examination } from './examineMetadata'
import { projectAsset } from './projectAsset'
import type { BlockReference, Fact } from './types'

/** Stores a whole block range at once: what its logs say, what became of its documents, and where the journal now ends. */
export function appendRange(
  database: Database,
  range: { facts: readonly Fact[]; examinations: readonly Examination[]; blocks: readonly BlockReference[] },
): void {
  inTransaction(database, () => {
    writeFacts(database, range.facts)
    const nfts = new Set<string>()
    for (const { event, outcome, facts } of range.examinations) {
      writeFacts(database, facts)
      writeMetadataEvent(database, event)
      writeOutcome(database, event, outcome)
      if (outcome.status === 'indexed') writeDocument(database, event.hash, outcome.document)
      nfts.add(event.nft)
    }
    writeCheckpoints(database, range.blocks)
    for (const fact of range.facts) if (fact.kind === 'state') makeDue(database, { nft: fact.subject })
    for (const nft of readAffectedNfts(database, range.facts)) nfts.add(nft)
    for (const nft of nfts) project(database, nft)
    pruneCheckpoints(database, range.blocks.at(-1)?.number ?? 0)
  })
}

/** Stores what came of another attempt, unless the event has been undone meanwhile. */
export function appendRetry(database: Database, { event, outcome, facts }: Examination): void {
  inTransaction(database, () => {
    if (!hasMetadataEvent(database, event)) return
    writeFacts(database, facts)
    writeOutcome(database, event, outcome)
    if (outcome.status === 'indexed') writeDocument(database, event.hash, outcome.document)
    project(database, event.nft)
  })
}

/** Derives an asset. A document that cannot be stored counts as invalid; it must not keep the others waiting. */
function project(database: Database, nft: string): void {
  const failure = inSavepoint(database, () => projectAsset(database, nft))
  if (failure === undefined) return
  const current = readCurrent(database, nft)
  if (!current) throw failure
  const error = `The document cannot be indexed: ${failure instanceof Error ? failure.message : String(failure)}`
  writeOutcome(database, current, { status: 'invalid', error })
  project(database, nft)
}

/** Forgets everything the chain said after a block and derives the assets concerned anew. */
export function undoAfter(database: Database, block: number): void {
  inTransaction(database, () => {
    const nfts = new Set([
      ...readNftsAfter(database, block),
      ...readAffectedNfts(database, readFactsAfter(database, block)),
    ])
    for (const table of ['metadata_events', 'facts']) run(database, `DELETE FROM ${table} WHERE block > ?`, [block])
    run(database, 'DELETE FROM checkpoints WHERE number > ?', [block])
    for (const nft of nfts) project(database, nft)
  })
}
