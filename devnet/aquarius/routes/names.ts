import type { Handler } from 'hono'
import type { AquariusContext } from '../context'
import { AquariusError } from '../errors'
import { readJsonObject } from '../readJsonObject'
import { readAsset } from '../storage/assets'

export const names =
  ({ database }: AquariusContext): Handler =>
  async (c) => {
    const body = await readJsonObject(c)
    if (!Object.hasOwn(body, 'didList')) throw new AquariusError('`didList` is required in the request payload.', 400)
    const { didList } = body
    if (didList === null || didList === '' || (Array.isArray(didList) && didList.length === 0)) {
      throw new AquariusError('The requested didList can not be empty.', 400)
    }
    if (!Array.isArray(didList)) throw new AquariusError('The didList must be a list.', 400)
    return c.json(Object.fromEntries(didList.map((did) => [String(did), nameOf(readAsset(database, String(did)))])))
  }

function nameOf(document: string | undefined): string {
  if (document === undefined) return ''
  const { metadata } = JSON.parse(document) as { metadata?: { name?: unknown } | null }
  return typeof metadata?.name === 'string' ? metadata.name : ''
}
