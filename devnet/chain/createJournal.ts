import { setTimeout as delay } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type Hex, hexToBytes } from 'viem'
import type { Database } from '../storage/openDatabase'
import type { OceanContracts } from './deployPlan'
import type { Rpc } from './rpc'

export type Deployment = { contracts: OceanContracts; startBlock: number; fingerprint: string }

export type Journal = {
  /** Makes everything mined since the last call durable. */
  capture(): Promise<void>
  /** Makes accepted transactions durable: mined, if the chain mines at once, or as still waiting. */
  accept(hashes: readonly Hex[]): Promise<void>
  /** Replaces all that is stored by the whole present state: after changes that no block records. */
  snapshot(): Promise<void>
  /** From now on the whole state is kept after each block: transactions without a signature cannot be mined again. */
  distrustBlocks(): void
}

type Block = { number: Hex; hash: Hex; parentHash: Hex; timestamp: Hex; transactions: Hex[] }
type StoredBlock = { number: number; hash: string; timestamp: number; transactions: string }

/** After so many blocks a new snapshot costs less than mining them again at the next start. */
const blocksPerSnapshot = 250

const getBlock = (rpc: Rpc, number: number | 'latest') =>
  rpc<Block | null>('eth_getBlockByNumber', [number === 'latest' ? number : `0x${number.toString(16)}`, false])

/**
 * Writes the running chain into `database`, so that it can be restored after the process was killed at any moment. Only one of its
 * methods may run at a time.
 */
export function createJournal(parameters: { database: Database; rpc: Rpc; deployment: Deployment }): Journal {
  const { database, rpc, deployment } = parameters
  const base = database.prepare('SELECT number, hash FROM snapshot').get() as
    | { number: number; hash: string }
    | undefined
  const lastBlock = database.prepare('SELECT number, hash FROM blocks ORDER BY number DESC LIMIT 1').get() as
    | { number: number; hash: string }
    | undefined
  let head = { number: lastBlock?.number ?? base?.number ?? -1, hash: '' }
  let replayable = true

  const snapshot = async () => {
    const latest = await getBlock(rpc, 'latest')
    if (!latest) throw new Error('The chain has no latest block.')
    const state = Buffer.from(hexToBytes(await rpc<Hex>('anvil_dumpState')))
    const settled: Hex[] = []
    for (const { hash } of database.prepare('SELECT hash FROM pending').all() as { hash: Hex }[]) {
      const transaction = await rpc<{ blockNumber: Hex | null } | null>('eth_getTransactionByHash', [hash])
      if (transaction?.blockNumber !== null) settled.push(hash)
    }
    database.transaction(() => {
      for (const hash of settled) database.prepare('DELETE FROM pending WHERE hash = ?').run(hash)
      database.prepare('DELETE FROM blocks').run()
      database
        .prepare(
          'INSERT OR REPLACE INTO snapshot (id, number, hash, timestamp, state, deployment) VALUES (1, ?, ?, ?, ?, ?)',
        )
        .run(Number(latest.number), latest.hash, Number(latest.timestamp), state, JSON.stringify(deployment))
    })()
    head = { number: Number(latest.number), hash: latest.hash }
  }

  const capture = async () => {
    const latest = await getBlock(rpc, 'latest')
    if (!latest) throw new Error('The chain has no latest block.')
    const number = Number(latest.number)
    if (latest.hash === head.hash) return
    if (!replayable || number <= head.number || number - head.number > blocksPerSnapshot) return snapshot()
    const rows: [number, string, number, string][] = []
    const hashes: Hex[] = []
    for (let next = head.number + 1; next <= number; next += 1) {
      const block = await getBlock(rpc, next)
      if (!block) return snapshot()
      if (next === head.number + 1 && head.hash !== '' && block.parentHash !== head.hash) return snapshot()
      const transactions = await Promise.all(
        block.transactions.map((hash) => rpc<Hex | null>('eth_getRawTransactionByHash', [hash])),
      )
      // Blobs travel beside their transaction, and the chain does not hand them out.
      if (transactions.some((raw) => raw === null || raw.startsWith('0x03'))) return snapshot()
      hashes.push(...block.transactions)
      rows.push([next, block.hash, Number(block.timestamp), JSON.stringify(transactions)])
    }
    const insert = database.prepare('INSERT INTO blocks (number, hash, timestamp, transactions) VALUES (?, ?, ?, ?)')
    const mined = database.prepare('DELETE FROM pending WHERE hash = ?')
    database.transaction(() => {
      for (const row of rows) insert.run(...row)
      for (const hash of hashes) mined.run(hash)
    })()
    head = { number, hash: latest.hash }
    const { count } = database.prepare('SELECT count(*) AS count FROM blocks').get() as { count: number }
    if (count > blocksPerSnapshot) await snapshot()
  }

  const accept = async (hashes: readonly Hex[]) => {
    for (const hash of await findWaiting(rpc, hashes)) {
      const raw = await rpc<Hex | null>('eth_getRawTransactionByHash', [hash])
      if (raw) database.prepare('INSERT OR REPLACE INTO pending (hash, raw) VALUES (?, ?)').run(hash, raw)
    }
    await capture()
  }

  const distrustBlocks = () => {
    replayable = false
  }

  return { capture, snapshot, accept, distrustBlocks }
}

/**
 * The transactions that are in no block yet. The chain answers a send before its miner has made the block: it gets a moment for
 * that, if it mines at once and not at intervals.
 */
async function findWaiting(rpc: Rpc, hashes: readonly Hex[]): Promise<Hex[]> {
  let waiting: Hex[] = []
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const receipts = await Promise.all(hashes.map((hash) => rpc<object | null>('eth_getTransactionReceipt', [hash])))
    waiting = hashes.filter((_, index) => receipts[index] === null)
    if (waiting.length === 0 || (attempt === 0 && !(await rpc<boolean>('anvil_getAutomine')))) break
    await delay(5)
  }
  return waiting
}

/** The state to start the chain from, as the text of an anvil state file, and what was deployed in it. */
export function readSnapshot(
  database: Database,
): { state: string; timestamp: number; deployment: Deployment } | undefined {
  const row = database.prepare('SELECT state, timestamp, deployment FROM snapshot').get() as
    | { state: Uint8Array; timestamp: number; deployment: string }
    | undefined
  if (!row) return undefined
  return {
    state: gunzipSync(row.state).toString('utf8'),
    timestamp: row.timestamp,
    deployment: JSON.parse(row.deployment) as Deployment,
  }
}

/**
 * Mines the journalled blocks again on a chain that was started from the snapshot: same transactions, same numbers, same
 * times, and so the same state, receipts and logs. Transactions that were still waiting are sent again.
 */
export async function replayBlocks(database: Database, rpc: Rpc): Promise<void> {
  const blocks = database.prepare('SELECT * FROM blocks ORDER BY number').all() as StoredBlock[]
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
  for (const { hash, raw } of database.prepare('SELECT hash, raw FROM pending').all() as { hash: Hex; raw: Hex }[]) {
    if (await rpc('eth_getTransactionByHash', [hash])) continue
    // One that the chain no longer takes (unsigned, or overtaken by another of its nonce) had never been promised a block.
    await rpc('eth_sendRawTransaction', [raw]).catch(() =>
      database.prepare('DELETE FROM pending WHERE hash = ?').run(hash),
    )
  }
}
