import type { Cell, Column, ColumnKind } from '../types'
import { makeColumn } from './makeColumn'

/** A column of plain cells, its kind taken from what they are. NaN beside text counts as missing, as pandas writes it. */
export function columnFromCells(name: string, cells: readonly Cell[], dtype = 'object'): Column {
  const kinds = new Set<ColumnKind>()
  for (const cell of cells) {
    if (cell === null) continue
    if (typeof cell === 'string') kinds.add('text')
    else if (typeof cell === 'boolean') kinds.add('boolean')
    else if (typeof cell === 'bigint' || Number.isInteger(cell)) kinds.add('integer')
    else kinds.add('float')
  }
  if (
    kinds.has('text') &&
    kinds.has('float') &&
    cells.every((cell) => typeof cell !== 'number' || Number.isNaN(cell))
  ) {
    const values = cells.map((cell) => (typeof cell === 'number' ? null : cell))
    return makeColumn({ name, kind: 'text', dtype, values })
  }
  if (kinds.has('float') && kinds.has('integer') && kinds.size === 2) kinds.delete('integer')
  const [only = 'mixed'] = kinds
  return makeColumn({ name, kind: kinds.size === 1 ? only : 'mixed', dtype, values: cells })
}
