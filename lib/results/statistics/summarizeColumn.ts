import type { Cell, Column, ColumnSummary, NumericSummary } from '../types'
import { summarizeNumbers } from './summarizeNumbers'

const distinctLimit = 10_000
const topCount = 10

/** Statistics of one table column; missing and `null` cells are counted apart. */
export function summarizeColumn(column: Pick<Column, 'kind' | 'values' | 'missing'>): ColumnSummary {
  const { kind, values, missing } = column
  const counts = new Map<Cell, number>()
  let missingCount = 0
  let overflow = false
  let first: string | undefined
  let last: string | undefined
  const ordered = kind === 'text' || kind === 'datetime' || kind === 'category'
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? null
    if (value === null || (missing && missing[at] !== 0)) {
      missingCount += 1
      continue
    }
    const known = counts.get(value)
    if (known !== undefined) counts.set(value, known + 1)
    else if (counts.size < distinctLimit) counts.set(value, 1)
    else overflow = true
    if (!ordered || typeof value !== 'string') continue
    if (first === undefined || value < first) first = value
    if (last === undefined || value > last) last = value
  }
  const top = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, topCount)
    .map(([value, count]) => ({ value, count }))
  return {
    count: values.length - missingCount,
    missingCount,
    distinctCount: overflow ? undefined : counts.size,
    top: overflow && (top[0]?.count ?? 0) < 2 ? [] : top,
    numeric: kind === 'float' || kind === 'integer' || kind === 'boolean' ? numeric(column) : undefined,
    first,
    last,
  }
}

function numeric({ values, missing }: Pick<Column, 'values' | 'missing'>): NumericSummary {
  if (ArrayBuffer.isView(values)) return summarizeNumbers(values, missing)
  const absent = Uint8Array.from(values, (value, at) => (value === null || missing?.[at] ? 1 : 0))
  const numbers = values.map((value) => (typeof value === 'bigint' ? value : Number(value ?? 0)))
  return summarizeNumbers(numbers, absent)
}
