import type { Cell } from '@/lib/results/types'
import type { TableColumn } from './tableSource'

export type Sorting = { column: number; descending: boolean }

/** Row numbers in the order of one column: numbers by size, text by the alphabet, missing values last either way. */
export function sortRows(parameters: { column: TableColumn; rowCount: number; descending: boolean }): Uint32Array {
  const { column, rowCount, descending } = parameters
  const cells = Array.from({ length: rowCount }, (_, row) => column.cell(row))
  const sign = descending ? -1 : 1
  return Uint32Array.from({ length: rowCount }, (_, row) => row).sort((a, b) => {
    const left = cells[a] ?? null
    const right = cells[b] ?? null
    const missing = Number(isMissing(left)) - Number(isMissing(right))
    return missing || (isMissing(left) ? 0 : sign * compare(left, right)) || a - b
  })
}

const isMissing = (cell: Cell) => cell === null || Number.isNaN(cell)

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'string' || typeof b === 'string') return String(a).localeCompare(String(b), 'en')
  const left = a ?? 0
  const right = b ?? 0
  return left < right ? -1 : left > right ? 1 : 0
}
