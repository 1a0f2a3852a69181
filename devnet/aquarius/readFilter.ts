import type { Context } from 'hono'
import type { MetadataFilter } from './storage/metadataEvents'

/** The asset, data NFT or transaction that a request about the indexing state names. */
export function readFilter(c: Context): MetadataFilter {
  const { did, nft, txId } = c.req.query()
  return { ...(did ? { did } : {}), ...(nft ? { nft } : {}), ...(txId ? { transactionHash: txId } : {}) }
}
