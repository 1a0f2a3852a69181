import type { ArrayResult, Cell, Column, TableResult } from '@/lib/results/types'
import { trueShape } from './toGrid'

/** What a table view needs of any kind of table: cells on demand, so that a million rows cost nothing. */
export type TableSource = {
  rowCount: number
  columns: readonly TableColumn[]
  rowName(row: number): string
}
export type TableColumn = { name: string; dtype: string; numeric: boolean; cell(row: number): Cell }

export function tableSourceOfTable(table: TableResult): TableSource {
  const [index] = table.index
  return {
    rowCount: table.rowCount,
    columns: table.columns.map((column) => ({
      name: column.name,
      dtype: column.dtype,
      numeric: column.kind === 'float' || column.kind === 'integer',
      cell: (row) => cellOf(column, row),
    })),
    rowName: (row) =>
      index ? table.index.map((column) => String(cellOf(column, row) ?? '')).join(' · ') : String(row),
  }
}

/** Rows and columns of one 2-D layer; a list is one column. */
export function tableSourceOfArray(array: ArrayResult, slice: number): TableSource {
  const shape = trueShape(array.shape)
  const columns = shape.length > 1 ? (shape.at(-1) ?? 1) : 1
  const rowCount = shape.length > 1 ? (shape.at(-2) ?? 1) : array.data.length
  const offset = slice * rowCount * columns
  const cell = (at: number): Cell => {
    if (array.mask?.[at]) return null
    const value = array.data[at] ?? null
    if (array.elements === 'boolean') return value === null ? null : Boolean(value)
    const imaginary = array.imaginary?.[at]
    return imaginary === undefined ? value : `${value}${Number(imaginary) < 0 ? '' : '+'}${imaginary}i`
  }
  return {
    rowCount,
    columns: Array.from({ length: columns }, (_, column) => ({
      name: String(column),
      dtype: array.dtype,
      numeric: array.imaginary === undefined,
      cell: (row: number) => cell(offset + row * columns + column),
    })),
    rowName: String,
  }
}

function cellOf(column: Column, row: number): Cell {
  if (column.missing?.[row]) return null
  const value = column.values[row] ?? null
  return column.kind === 'boolean' && typeof value === 'number' ? value === 1 : value
}
