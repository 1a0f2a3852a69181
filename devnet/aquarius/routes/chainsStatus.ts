import type { Handler } from 'hono'
import { type AquariusContext, aquariusVersion } from '../context'
import { readHead } from '../storage/checkpoints'

export const chainsStatus =
  ({ chainId, database }: AquariusContext): Handler =>
  (c) => {
    const asked = c.req.param('chainId')
    const head = asked === String(chainId) ? readHead(database) : undefined
    if (!head) return c.json({ error: `Chain ${asked} is not indexed.` }, 404)
    return c.json({ last_block: head.number, version: aquariusVersion })
  }
