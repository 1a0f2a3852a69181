import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { readJsonObject } from '../readJsonObject'
import { searchAssets } from '../search/searchAssets'

/** `POST /api/aquarius/assets/query`: a search in Elasticsearch's own language, answered in its own form. */
export const query =
  ({ database }: AquariusContext): Handler =>
  async (c) =>
    c.json(searchAssets(database, await readJsonObject(c)))
