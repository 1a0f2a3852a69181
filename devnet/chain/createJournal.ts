import { gunzipSync } from 'node:zlib'
import { type Hex, hexToBytes } from 'viem'
import type { Database } from '../storage/openDatabase'
import type { OceanContracts } from './deployPlan'
import type { Rpc } from './rpc'

export type Deployment = { contracts: OceanContracts; startBlock: number; fingerprint: string }

export type Journal = {
  /** Makes everything mined since the last call durable. */
  capture(): Promise<void>
  /** Replaces all that is stored by the whole present state: after changes that no block records. */
  snapshot(): Promise<void>
}

type Block = { number: Hex; hash: Hex; parentHash: Hex; timestamp: Hex; transactions: Hex[] }
type StoredBlock = { number: number; hash: string; timestamp: number; transactions: string }

/** After so many blocks a new snapshot costs less than mining them again at the next start. */
const blocksPerSnapshot = 250

const getBlock = (rpc: Rpc, number: number | 'latest') =>
  rpc<Block | null>('eth_getBlockByNumber', [number === 'latest' ? number : `0x${number.toString(16)}`, false])

/** Writes the running chain into `database`, so that it can be restored after the process was killed at any moment. */
export function createJournal(parameters: { database: Database; rpc: Rpc; deployment: Deployment }): Journal {
  const { database, rpc, deployment } = parameters
  const base = database.prepare('SELECT number, hash FROM snapshot').get() as
    | { number: number; hash: string }
    | undefined
  const lastBlock = database.prepare('SELECT number, hash FROM blocks ORDER BY number DESC LIMIT 1').get() as
    | { number: number; hash: string }
    | undefined
  let head = { number: lastBlock?.number ?? base?.number ?? -1, hash: '' }

  const snapshot = async () => {
    const latest = await getBlock(rpc, 'latest')
    if (!latest) throw new Error('The chain has no latest block.')
    const state = Buffer.from(hexToBytes(await rpc<Hex>('anvil_dumpState')))
    database.transaction(() => {
      database.prepare('DELETE FROM blocks').run()
      database
        .prepare('INSERT OR REPLACE INTO snapshot (id, number, hash, state, deployment) VALUES (1, ?, ?, ?, ?)')
        .run(Number(latest.number), latest.hash, state, JSON.stringify(deployment))
    })()
    head = { number: Number(latest.number), hash: latest.hash }
  }

  const capture = async () => {
    const latest = await getBlock(rpc, 'latest')
    if (!latest) throw new Error('The chain has no latest block.')
    const number = Number(latest.number)
    if (latest.hash === head.hash) return
    if (number <= head.number || number - head.number > blocksPerSnapshot) return snapshot()
    const rows: [number, string, number, string][] = []
    for (let next = head.number + 1; next <= number; next += 1) {
      const block = await getBlock(rpc, next)
      if (!block) return snapshot()
      if (next === head.number + 1 && head.hash !== '' && block.parentHash !== head.hash) return snapshot()
      const transactions = await Promise.all(
        block.transactions.map((hash) => rpc<Hex | null>('eth_getRawTransactionByHash', [hash])),
      )
      rows.push([next, block.hash, Number(block.timestamp), JSON.stringify(transactions)])
    }
    const insert = database.prepare('INSERT INTO blocks (number, hash, timestamp, transactions) VALUES (?, ?, ?, ?)')
    database.transaction(() => {
      for (const row of rows) insert.run(...row)
    })()
    head = { number, hash: latest.hash }
    const { count } = database.prepare('SELECT count(*) AS count FROM blocks').get() as { count: number }
    if (count > blocksPerSnapshot) await snapshot()
  }

  return { capture, snapshot }
}

/** The state to start the chain from, as the text of an anvil state file, and what was deployed in it. */
export function readSnapshot(database: Database): { state: string; deployment: Deployment } | undefined {
  const row = database.prepare('SELECT state, deployment FROM snapshot').get() as
    | { state: Uint8Array; deployment: string }
    | undefined
  if (!row) return undefined
  return { state: gunzipSync(row.state).toString('utf8'), deployment: JSON.parse(row.deployment) as Deployment }
}

/**
 * Mines the journalled blocks again on a chain that was started from the snapshot: same transactions, same numbers, same
 * times, and so the same state, receipts and logs. Block hashes may differ, which followers treat as a re-organisation.
 */
export async function replayBlocks(database: Database, rpc: Rpc): Promise<number> {
  const blocks = database.prepare('SELECT * FROM blocks ORDER BY number').all() as StoredBlock[]
  if (blocks.length === 0) return 0
  await rpc('evm_setAutomine', [false])
  try {
    for (const block of blocks) {
      const sent: Hex[] = []
      for (const raw of JSON.parse(block.transactions) as Hex[])
        sent.push(await rpc<Hex>('eth_sendRawTransaction', [raw]))
      await rpc('evm_setNextBlockTimestamp', [block.timestamp])
      await rpc('evm_mine')
      const mined = await getBlock(rpc, block.number)
      const missing = sent.filter((hash) => !mined?.transactions.includes(hash))
      if (missing.length > 0)
        throw new Error(`Block ${block.number} came back without ${missing.join(', ')}. Start with --fresh.`)
    }
  } finally {
    await rpc('evm_setAutomine', [true])
  }
  return blocks.length
}
