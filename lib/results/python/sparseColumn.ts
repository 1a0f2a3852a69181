import { makeColumn } from '../table/makeColumn'
import type { Cell, Column } from '../types'
import { toIndex } from '../unpickle/handlers/Handler'
import { NDArray } from '../unpickle/values/NDArray'
import { PyObject } from '../unpickle/values/PyObject'
import type { PyValue } from '../unpickle/values/PyValue'
import { pythonText } from './pythonText'
import { toCell } from './toCell'
import { toColumn } from './toColumn'

const lengthLimit = 10_000_000

/** A sparse column written out in full; `undefined` when its index is not understood or too long. */
export function sparseColumn(name: string, value: PyObject): Column | undefined {
  const [values, index, dtype] = ['_sparse_values', '_sparse_index', '_dtype'].map((each) => value.attribute(each))
  if (!(values instanceof NDArray) || !(index instanceof PyObject) || !(dtype instanceof PyObject)) return undefined
  const length = toIndex(index.parameters.items[0])
  const positions = positionsOf(index)
  const stored = toColumn(name, values)
  if (length === undefined || length < 0 || length > lengthLimit || positions?.length !== stored.values.length)
    return undefined
  const fill = dtype.attribute('_fill_value') ?? Number.NaN
  const cells = new Array<Cell>(length).fill(toCell(fill))
  for (const [at, position] of positions.entries()) {
    if (position < 0 || position >= length) return undefined
    cells[position] = stored.values[at] ?? null
  }
  return makeColumn({ name, kind: stored.kind, dtype: `Sparse[${stored.dtype}, ${pythonText(fill)}]`, values: cells })
}

function positionsOf(index: PyObject): number[] | undefined {
  const [, first, second] = index.parameters.items
  const starts = integers(first)
  if (index.path.endsWith('.IntIndex')) return starts
  const lengths = integers(second)
  if (!index.path.endsWith('.BlockIndex') || !starts || starts.length !== lengths?.length) return undefined
  const positions: number[] = []
  for (const [at, start] of starts.entries()) {
    const length = lengths[at] ?? 0
    if (positions.length + length > lengthLimit) return undefined
    for (let step = 0; step < length; step += 1) positions.push(start + step)
  }
  return positions
}

function integers(value: PyValue | undefined): number[] | undefined {
  if (!(value instanceof NDArray)) return undefined
  return [...value.values()].map((each) => toIndex(each) ?? -1)
}
