import type { Payload } from '../python/arrayToResult'
import { columnFromCells } from '../table/columnFromCells'
import type { Cell, TableResult, TreeNode } from '../types'

const columnLimit = 1000

/** A list of flat objects, or an object of lists of one length, as a table; `undefined` for everything else. */
export function recordsToTable(
  value: unknown,
  { tree, rows }: { tree: TreeNode; rows: number },
): Payload<TableResult> | undefined {
  const read = Array.isArray(value) ? fromRecords(value.slice(0, rows)) : fromLists(value)
  if (!read || read.columns.size === 0 || read.columns.size > columnLimit) return undefined
  const columns = [...read.columns].map(([name, cells]) => columnFromCells(name, cells, 'json'))
  const truncated = Array.isArray(value) && value.length > rows
  return { kind: 'table', rowCount: read.length, columns, index: [], truncated, tree }
}

type Read = { columns: Map<string, Cell[]>; length: number }

function fromRecords(items: readonly unknown[]): Read | undefined {
  const columns = new Map<string, Cell[]>()
  for (const [row, item] of items.entries()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
    for (const name of Object.keys(item)) {
      const cell: unknown = item[name as keyof typeof item]
      if (!isCell(cell)) return undefined
      const column = columns.get(name) ?? new Array<Cell>(items.length).fill(null)
      column[row] = cell
      columns.set(name, column)
      if (columns.size > columnLimit) return undefined
    }
  }
  return { columns, length: items.length }
}

function fromLists(value: unknown): Read | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const columns = new Map<string, Cell[]>()
  for (const name of Object.keys(value)) {
    const list: unknown = value[name as keyof typeof value]
    if (columns.size > columnLimit || !Array.isArray(list) || list.length === 0 || !list.every(isCell)) return undefined
    columns.set(name, list)
  }
  const lengths = new Set([...columns.values()].map((column) => column.length))
  const [length = 0] = lengths
  return lengths.size === 1 ? { columns, length } : undefined
}

function isCell(value: unknown): value is Cell {
  return (
    value === null ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'string' ||
    typeof value === 'boolean'
  )
}
