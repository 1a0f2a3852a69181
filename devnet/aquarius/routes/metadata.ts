import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { readAsset } from '../storage/assets'

export const metadata =
  ({ database }: AquariusContext): Handler =>
  (c) => {
    const did = c.req.param('did') ?? ''
    const document = readAsset(database, did)
    const fail = (reason: string) => c.json({ error: `Error encountered while retrieving metadata: ${reason}.` }, 404)
    if (document === undefined) return fail(`Asset DID ${did} not found in Elasticsearch`)
    const { metadata: section } = JSON.parse(document) as { metadata?: unknown }
    return section === undefined ? fail(`Asset DID ${did} has no metadata in its present state`) : c.json(section)
  }
