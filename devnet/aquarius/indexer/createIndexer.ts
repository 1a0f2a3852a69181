import type { PrivateKeyAccount } from 'viem/accounts'
import type { Database } from '../../storage/openDatabase'
import { readCheckpoints, readHead } from '../storage/checkpoints'
import { readLastFact } from '../storage/facts'
import { makeDue, readDocument, readDue } from '../storage/metadataEvents'
import { type Contracts, createChainReader } from './chainReader'
import { createDecryptor, type Decryptor } from './createDecryptor'
import { type Examination, examineMetadata } from './examineMetadata'
import { appendRange, appendRetry, undoAfter } from './journal'
import { readRange } from './readRange'
import type { BlockReference, MetadataEvent } from './types'

export type CreateIndexerParameters = {
  chainId: number
  rpcUrl: string
  account: PrivateKeyAccount
  contracts: Contracts
  startBlock: number
  database: Database
  /** ms between two looks at the chain's head. */
  pollingInterval: number
  providerUrlMap: Readonly<Record<string, string>>
  log(line: string): void
}

export type Indexer = ReturnType<typeof createIndexer>

const largestRange = 2000

/** The chain went another way while a range was read: what was read may not fit together. */
class ChainChangedError extends Error {
  override name = 'ChainChangedError'
}

function createGate() {
  let open: () => void = () => undefined
  let close: (reason: Error) => void = () => undefined
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    close = reject
  })
  promise.catch(() => undefined)
  return { promise, open, close }
}

/** Follows the chain into the journal, across re-organisations, restarts and Providers that do not answer. */
export function createIndexer(parameters: CreateIndexerParameters) {
  const { chainId, contracts, database, log, startBlock } = parameters
  const reader = createChainReader(parameters)
  const askProvider = createDecryptor(parameters)
  const decryptor: Decryptor = async (event) => {
    const document = readDocument(database, event.hash)
    return document === undefined ? askProvider(event) : { status: 'clear', document }
  }
  const examine = (event: MetadataEvent, isKnown: (kind: 'nft' | 'datatoken', address: string) => boolean) =>
    examineMetadata({ event, reader, decryptor, isKnown })
  const isStored = (kind: 'nft' | 'datatoken', address: string) => readLastFact(database, kind, address) !== undefined
  const verification = createGate()
  let passing: Promise<BlockReference> | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let lastComplaint = ''

  /** Goes back to the newest remembered block that the chain still has. */
  async function rejoin(): Promise<number> {
    const checkpoints = readCheckpoints(database)
    const head = checkpoints.at(-1)
    if (!head) return startBlock - 1
    let shared = -1
    let unshared = checkpoints.length
    let probe = checkpoints.length - 1
    while (unshared - shared > 1) {
      const checkpoint = checkpoints[probe]
      const holds = checkpoint && (await reader.getBlock(checkpoint.number))?.hash === checkpoint.hash
      if (holds) shared = probe
      else unshared = probe
      probe = (shared + unshared) >> 1
    }
    const ancestor = checkpoints[shared]?.number ?? startBlock - 1
    if (ancestor < head.number) {
      undoAfter(database, ancestor)
      log(`The chain left block ${head.number}: the index went back to block ${ancestor}.`)
    }
    return ancestor
  }

  async function advance(from: number, to: number): Promise<void> {
    const end = await reader.getBlock(to)
    if (!end) throw new ChainChangedError(`Block ${to} is gone.`)
    const { facts, metadata } = await readRange({ reader, chainId, contracts, range: { from, to } })
    const made = new Set(facts.map(({ kind, subject }) => `${kind} ${subject}`))
    const isKnown = (kind: 'nft' | 'datatoken', address: string) =>
      made.has(`${kind} ${address}`) || isStored(kind, address)
    const examinations = await Promise.all(metadata.map((event) => examine(event, isKnown)))
    const blocks = await readBlocks([...facts, ...metadata].map((entry) => entry.block).concat(to))
    if (blocks.at(-1)?.hash !== end.hash) throw new ChainChangedError(`Block ${to} was replaced.`)
    appendRange(database, { facts, examinations, blocks })
    for (const examination of examinations) report(examination)
  }

  async function readBlocks(numbers: readonly number[]): Promise<BlockReference[]> {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b)
    const blocks = await Promise.all(sorted.map((number) => reader.getBlock(number)))
    return blocks.map((block, index) => {
      if (!block) throw new ChainChangedError(`Block ${sorted[index]} is gone.`)
      return block
    })
  }

  /** Looks at the chain once and indexes up to its present head. */
  async function pass(): Promise<BlockReference> {
    const latest = await reader.getBlock()
    if (!latest) throw new Error('The chain has no blocks.')
    const head = readHead(database)
    let indexed = head?.number ?? startBlock - 1
    if (head?.hash !== latest.hash) indexed = await rejoin()
    verification.open()
    while (indexed < latest.number && !closed) {
      const to = Math.min(indexed + largestRange, latest.number)
      await advance(indexed + 1, to)
      indexed = to
    }
    for (const event of readDue(database, Date.now())) {
      if (closed) break
      const examination = await examine(event, isStored)
      appendRetry(database, examination)
      report(examination)
    }
    return latest
  }

  function report({ event, outcome }: Examination): void {
    if (outcome.status === 'indexed') log(`Indexed ${event.did} (${event.kind}, block ${event.block}).`)
    else log(`Could not index ${event.did} (block ${event.block}, ${outcome.status}): ${outcome.error}`)
  }

  /** One pass at a time; whoever asks during a pass gets a fresh one afterwards. */
  async function passAfterThis(): Promise<BlockReference> {
    while (passing) await passing.catch(() => undefined)
    passing = pass().finally(() => {
      passing = undefined
    })
    return passing
  }

  async function loop(): Promise<void> {
    try {
      await passAfterThis()
      lastComplaint = ''
    } catch (error) {
      const complaint = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      if (!closed && complaint !== lastComplaint && !(error instanceof ChainChangedError))
        log(`Indexing pauses: ${complaint}`)
      lastComplaint = complaint
    }
    if (!closed) timer = setTimeout(() => void loop(), parameters.pollingInterval)
  }

  return {
    /** Settles once the stored index has been compared with the chain and agrees with it. */
    verified: verification.promise,
    /** Begins to follow the chain. Resolves when the index agrees with it. */
    async start(): Promise<void> {
      makeDue(database)
      void loop()
      await verification.promise
    },
    /** Resolves when everything up to the chain's present head is indexed. */
    async idle(): Promise<void> {
      for (;;) {
        const target = await reader.getBlock()
        try {
          await passAfterThis()
        } catch (error) {
          if (!(error instanceof ChainChangedError)) throw error
          continue
        }
        if (readHead(database)?.hash === target?.hash || (readHead(database)?.number ?? -1) > (target?.number ?? 0))
          return
      }
    },
    /** Looks at the chain now instead of at the next interval. */
    wake(): void {
      passAfterThis().catch(() => undefined)
    },
    async close(): Promise<void> {
      closed = true
      clearTimeout(timer)
      verification.close(new Error('The indexer was closed.'))
      await passing?.catch(() => undefined)
    },
  }
}
