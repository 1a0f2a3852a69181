import type { Hono } from 'hono'
import type { Address, Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Database } from '../storage/openDatabase'
import { createApp } from './createApp'
import type { Contracts } from './indexer/chainReader'
import { createIndexer } from './indexer/createIndexer'
import { ensureIndexVersion } from './search/ensureIndexVersion'
import { enlargeCache } from './storage/enlargeCache'

export type CreateAquariusParameters = {
  chainId: number
  rpcUrl: string
  /** Signs validation proofs and decryption requests. Used for nothing else, so that its nonces meet no other client's. */
  privateKey: Hex
  contracts: Contracts
  /** First block that can hold an event of the contracts. */
  startBlock: number
  /** Opened with `aquariusMigrations`. Closed by whoever opened it. */
  database: Database
  /** ms between two looks at the chain's head. */
  pollingInterval: number
  /** Where to reach a Provider whose published address does not lead there from here. */
  providerUrlMap?: Readonly<Record<string, string>> | undefined
  log(line: string): void
}

export type Aquarius = {
  app: Hono
  address: Address
  /** Begins to follow the chain. Resolves when the stored index agrees with it. */
  start(): Promise<void>
  /** Resolves when everything up to the chain's present head is indexed. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** An Aquarius 5.1 on SQLite: the HTTP service, and the indexer that feeds it from the chain. */
export function createAquarius({ privateKey, providerUrlMap = {}, ...parameters }: CreateAquariusParameters): Aquarius {
  const account = privateKeyToAccount(privateKey)
  enlargeCache(parameters.database)
  ensureIndexVersion(parameters.database)
  const indexer = createIndexer({ ...parameters, account, providerUrlMap })
  const app = createApp(
    { chainId: parameters.chainId, database: parameters.database, account, indexer },
    parameters.log,
  )
  return { app, address: account.address, start: indexer.start, idle: indexer.idle, close: indexer.close }
}
