import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { countAssets } from '../storage/assets'

export const health =
  ({ database }: AquariusContext): Handler =>
  (c) => {
    try {
      countAssets(database)
      return c.text('Elasticsearch connected')
    } catch {
      return c.text('Not connected to any database', 400)
    }
  }
