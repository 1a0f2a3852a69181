import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Column } from '../types'
import type { NDArray } from '../unpickle/values/NDArray'
import { toCell } from './toCell'
import { toNumbers } from './toNumbers'

const cellKinds: Record<string, Column['kind']> = { U: 'text', S: 'text', T: 'text', M: 'datetime', m: 'duration' }

/** A one-dimensional array as a table column. */
export function toColumn(name: string, array: NDArray): Column {
  const numbers = toNumbers(array)
  const dtype = array.dtype.name
  if (!numbers || numbers.elements === 'complex') {
    const cells = [...array.values()].map(toCell)
    const shown = array.mask ? cells.map((cell, at) => (array.mask?.[at] ? null : cell)) : cells
    const kind = cellKinds[array.dtype.kind]
    return kind ? makeColumn({ name, kind, dtype, values: shown }) : columnFromCells(name, shown, dtype)
  }
  const missing = numbers.mask ? { missing: numbers.mask } : {}
  return makeColumn({ name, kind: numbers.elements, dtype, values: numbers.data, ...missing })
}
