import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { readFilter } from '../readFilter'
import { findMetadataEvent } from '../storage/metadataEvents'

/** `GET /api/aquarius/state/ddo`: what became of the newest metadata event that fits. */
export const stateDdo =
  ({ chainId, database }: AquariusContext): Handler =>
  (c) => {
    const filter = readFilter(c)
    if (!Object.keys(filter).length) return c.json({ error: 'You need to specify one of: nft, txId, did' }, 400)
    const asked = c.req.query('chainId')
    const event = asked && asked !== String(chainId) ? undefined : findMetadataEvent(database, filter)
    if (!event) return c.json({ error: 'Encountered error : no metadata event fits the request.' }, 500)
    return c.json({
      nft: event.nft,
      did: event.did,
      chain_id: chainId,
      tx_id: event.transactionHash,
      valid: event.status === 'indexed',
      error: event.error,
    })
  }
