import { columnFromCells } from '../table/columnFromCells'
import type { Cell, TableResult } from '../types'
import { NDArray } from '../unpickle/values/NDArray'
import { PyDict } from '../unpickle/values/PyDict'
import { PyTuple } from '../unpickle/values/PyTuple'
import type { PyValue } from '../unpickle/values/PyValue'
import type { Payload } from './arrayToResult'
import { pythonText } from './pythonText'
import { toCell } from './toCell'
import { toColumn } from './toColumn'

const columnLimit = 1000

/** A dictionary of columns of the same length as a table; `undefined` for everything else. */
export function dictToResult(value: PyDict): Payload<TableResult> | undefined {
  if (value.size === 0 || value.size > columnLimit) return undefined
  let rowCount: number | undefined
  for (const member of value.values()) {
    const length = lengthOf(member)
    if (length === undefined || (rowCount !== undefined && length !== rowCount)) return undefined
    rowCount = length
  }
  if (!rowCount) return undefined
  const columns = [...value.entries()].map(([key, member]) => {
    const name = typeof key === 'string' ? key : pythonText(key)
    if (member instanceof NDArray) return toColumn(name, member)
    const items = member instanceof PyTuple ? member.items : (member as PyValue[])
    return columnFromCells(name, items.map(toCell), 'list')
  })
  return { kind: 'table', rowCount, columns, index: [], truncated: false }
}

/** A list of dictionaries with plain members as a table; `undefined` for everything else. */
export function recordsToResult(items: readonly PyValue[]): Payload<TableResult> | undefined {
  if (items.length === 0) return undefined
  const cells = new Map<string, Cell[]>()
  for (const [row, item] of items.entries()) {
    if (!(item instanceof PyDict) || item.size > columnLimit) return undefined
    for (const [key, member] of item.entries()) {
      if (typeof key !== 'string' || !isPlain(member)) return undefined
      const column = cells.get(key) ?? []
      if (!cells.has(key)) cells.set(key, column)
      if (cells.size > columnLimit) return undefined
      while (column.length < row) column.push(null)
      column[row] = toCell(member)
    }
  }
  if (cells.size === 0) return undefined
  const columns = [...cells].map(([name, values]) => {
    while (values.length < items.length) values.push(null)
    return columnFromCells(name, values, 'dict')
  })
  return { kind: 'table', rowCount: items.length, columns, index: [], truncated: false }
}

function lengthOf(member: PyValue): number | undefined {
  if (member instanceof NDArray) return member.shape.length === 1 ? member.shape[0] : undefined
  const items = member instanceof PyTuple ? member.items : Array.isArray(member) ? member : undefined
  return items?.every(isPlain) ? items.length : undefined
}

function isPlain(value: PyValue): boolean {
  return (
    !Array.isArray(value) && !(value instanceof PyDict) && !(value instanceof PyTuple) && !(value instanceof NDArray)
  )
}
