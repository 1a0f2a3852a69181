import type { PrivateKeyAccount } from 'viem/accounts'
import type { Database } from '../storage/openDatabase'
import type { Indexer } from './indexer/createIndexer'

/** What the routes work with. */
export type AquariusContext = {
  chainId: number
  database: Database
  account: PrivateKeyAccount
  indexer: Pick<Indexer, 'verified' | 'wake'>
}

export const aquariusVersion = '5.1.8'
export const indexName = 'aquarius'
