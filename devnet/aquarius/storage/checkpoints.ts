import type { Database } from '../../storage/openDatabase'
import type { BlockReference } from '../indexer/types'
import { all, first, run } from './sql'

/** How many of the newest blocks are remembered one by one; of older ones only those that said something. */
const recent = 256

export function writeCheckpoints(database: Database, blocks: readonly BlockReference[]): void {
  for (const { number, hash } of blocks) {
    run(database, 'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET hash = excluded.hash', [
      number,
      hash,
    ])
  }
}

/** The newest block whose logs are in the journal. */
export function readHead(database: Database): BlockReference | undefined {
  return first(database, 'SELECT number, hash FROM checkpoints ORDER BY number DESC LIMIT 1')
}

/** All remembered blocks, oldest first. */
export function readCheckpoints(database: Database): BlockReference[] {
  return all(database, 'SELECT number, hash FROM checkpoints ORDER BY number')
}

export function pruneCheckpoints(database: Database, head: number): void {
  run(
    database,
    `DELETE FROM checkpoints WHERE number < ? AND number NOT IN (SELECT block FROM metadata_events)
     AND number NOT IN (SELECT block FROM facts)`,
    [head - recent],
  )
}
