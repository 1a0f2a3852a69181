import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { readAsset } from '../storage/assets'

/** `GET /api/aquarius/assets/ddo/{did}`: clients look for this very sentence to learn that an asset is not published. */
export const ddo =
  ({ database }: AquariusContext): Handler =>
  (c) => {
    const did = c.req.param('did') ?? ''
    const document = readAsset(database, did)
    if (document === undefined) return c.json({ error: `Asset DID ${did} not found in Elasticsearch.` }, 404)
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  }
