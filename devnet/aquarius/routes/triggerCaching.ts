import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { AquariusError } from '../errors'
import { readJsonObject } from '../readJsonObject'
import { makeDue } from '../storage/metadataEvents'

/** `POST /api/aquarius/assets/triggerCaching`: looks at the chain now and tries a transaction's documents again. */
export const triggerCaching =
  ({ chainId, database, indexer }: AquariusContext): Handler =>
  async (c) => {
    const body = await readJsonObject(c)
    const { transactionId, chain_id: chain } = body
    if (typeof transactionId !== 'string' || !/^0x[0-9a-f]{64}$/i.test(transactionId)) {
      throw new AquariusError('`transactionId` is required in the request payload.', 400)
    }
    if (chain === undefined || chain === null)
      throw new AquariusError('`chain_id` is required in the request payload.', 400)
    if (Number(chain) !== chainId) throw new AquariusError(`Chain ${String(chain)} is not indexed.`, 400)
    makeDue(database, { transactionHash: transactionId })
    indexer.wake()
    return c.body('Queued', 200, { 'Content-Type': 'application/json' })
  }
