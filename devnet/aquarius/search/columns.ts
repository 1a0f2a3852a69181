import type { Database } from '../../storage/openDatabase'
import { first } from '../storage/sql'
import { sizeOf } from './evaluate'
import type { Kind } from './flatten'
import type { Target } from './mapping'
import { remember } from './postings'

export type ColumnKind = Exclude<Kind, 'long'>
/** All values of a field by asset: those of asset `n` stand from `offsets[n]` to `offsets[n + 1]`, ascending. */
export type Column = { kind: ColumnKind; offsets: Uint32Array; values: (string | number)[] }

/** The kind of a field that sorting and counting work on. Analysed text has none, unless exact text was asked for. */
export function columnKind({ kinds, exact }: Target): ColumnKind | undefined {
  if (exact) return kinds.text === undefined ? undefined : 'text'
  return (['date', 'number', 'boolean'] as const).find((kind) => kinds[kind] !== undefined)
}

export function readColumn(database: Database, field: number, kind: ColumnKind): Column {
  return remember(database, `column ${field}`, () => {
    const sql = `SELECT json_group_array(asset) AS assets, json_group_array(value) AS "values"
      FROM (SELECT asset, value FROM terms WHERE field = ? ORDER BY value, asset)`
    const row = first<{ assets: string; values: string }>(database, sql, [field])
    const assets = JSON.parse(row?.assets ?? '[]') as number[]
    const sorted = JSON.parse(row?.values ?? '[]') as (string | number)[]
    const offsets = new Uint32Array(sizeOf(database) + 1)
    for (const asset of assets) offsets[asset + 1] = (offsets[asset + 1] ?? 0) + 1
    for (let index = 1; index < offsets.length; index++)
      offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0)
    const next = offsets.slice()
    const values = new Array<string | number>(sorted.length)
    for (const [index, asset] of assets.entries()) {
      const at = next[asset] ?? 0
      values[at] = sorted[index] ?? 0
      next[asset] = at + 1
    }
    const value: Column = { kind, offsets, values }
    return { value, weight: values.length * 4 + offsets.length }
  })
}
