import type { ArrayResult } from '@/lib/results/types'
import type { NumericGrid } from './NumericGrid'
import { toNumbers } from './toNumbers'

/** Axes that are longer than one. */
export const trueShape = (shape: readonly number[]): number[] => shape.filter((length) => length !== 1)

/**
 * A 2-D array, or the `slice`-th 2-D layer of one with more axes, as a grid.
 *
 * @returns `undefined` when there are fewer than two axes longer than one.
 */
export function toGrid(array: ArrayResult, slice = 0): NumericGrid | undefined {
  const shape = trueShape(array.shape)
  const rows = shape.at(-2)
  const columns = shape.at(-1)
  if (rows === undefined || columns === undefined || rows * columns === 0) return undefined
  const size = rows * columns
  const data = array.data.subarray(slice * size, (slice + 1) * size)
  const mask = array.mask?.subarray(slice * size, (slice + 1) * size)
  return {
    rows,
    columns,
    values: toNumbers({ data, ...(mask ? { mask } : {}) }),
    dtype: array.dtype,
    integer: array.elements === 'integer' || array.elements === 'boolean',
  }
}

/** How many 2-D layers an array has. */
export function countSlices(shape: readonly number[]): number {
  return trueShape(shape)
    .slice(0, -2)
    .reduce((product, length) => product * length, 1)
}
