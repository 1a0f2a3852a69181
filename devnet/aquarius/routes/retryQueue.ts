import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { readFilter } from '../readFilter'
import { readWaiting } from '../storage/metadataEvents'

/** `GET /api/aquarius/state/retryQueue`: the metadata events that wait for another attempt, as a search answer. */
export const retryQueue =
  ({ chainId, database }: AquariusContext): Handler =>
  (c) => {
    const started = performance.now()
    const { chainId: chain, type = 'event' } = c.req.query()
    const mine = (!chain || chain === String(chainId)) && type === 'event'
    const hits = (mine ? readWaiting(database, readFilter(c)) : []).map((event) => ({
      _index: 'aquarius_retries',
      _id: `${event.transactionHash}-${event.logIndex}`,
      _score: 1,
      _source: {
        type: 'event',
        chain_id: chainId,
        tx_id: event.transactionHash,
        nft_address: event.nft,
        did: event.did,
        number_retries: event.attempts,
        next_retry: Math.floor((event.nextAttempt ?? 0) / 1000),
        error: event.error,
      },
    }))
    return c.json({
      took: Math.round(performance.now() - started),
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: { total: { value: hits.length, relation: 'eq' }, max_score: hits.length ? 1 : null, hits },
    })
  }
