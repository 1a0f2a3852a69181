import type { Cell, TableResult } from '@/lib/results/types'
import { type TableColumn, tableSourceOfTable } from './tableSource'

export type ColumnComparison = {
  name: string
  /** Cells that are not the same, among the rows both tables have. */
  changed: number
  /** Over the rows where both are finite numbers; absent for anything else. */
  numbers: { mean: number; otherMean: number; largest: number } | undefined
}

export type TableComparison = {
  /** Rows both have, which are the ones compared, by their place. */
  rows: number
  rowCounts: readonly [number, number]
  /** Columns both have, by name. */
  columns: ColumnComparison[]
  onlyBase: string[]
  onlyOther: string[]
  changed: number
}

/** Puts a table beside a base one: column by column of the same name, row by row of the same place. */
export function compareTables(base: TableResult, other: TableResult): TableComparison {
  const [first, second] = [tableSourceOfTable(base), tableSourceOfTable(other)]
  const rows = Math.min(first.rowCount, second.rowCount)
  const others = new Map(second.columns.map((column) => [column.name, column]))
  const columns = first.columns.flatMap((column) => {
    const there = others.get(column.name)
    return there ? [compareColumn(column, there, rows)] : []
  })
  const names = new Set(first.columns.map(({ name }) => name))
  return {
    rows,
    rowCounts: [first.rowCount, second.rowCount],
    columns,
    onlyBase: first.columns.map(({ name }) => name).filter((name) => !others.has(name)),
    onlyOther: second.columns.map(({ name }) => name).filter((name) => !names.has(name)),
    changed: columns.reduce((sum, { changed }) => sum + changed, 0),
  }
}

function compareColumn(base: TableColumn, other: TableColumn, rows: number): ColumnComparison {
  let changed = 0
  let [count, sum, otherSum, largest] = [0, 0, 0, 0]
  for (let row = 0; row < rows; row++) {
    const [a, b] = [base.cell(row), other.cell(row)]
    if (!same(a, b)) changed++
    if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(a) || !Number.isFinite(b)) continue
    count++
    sum += a
    otherSum += b
    largest = Math.max(largest, Math.abs(b - a))
  }
  const numbers = count > 0 ? { mean: sum / count, otherMean: otherSum / count, largest } : undefined
  return { name: base.name, changed, numbers }
}

/** A whole number is the same whether it was read as a number or as a large integer. */
const same = (a: Cell, b: Cell) =>
  Object.is(a, b) || (typeof a === 'bigint' || typeof b === 'bigint' ? String(a) === String(b) : false)
