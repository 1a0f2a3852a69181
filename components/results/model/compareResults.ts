import type { ArrayResult, DecodedResult } from '@/lib/results/types'
import { compareGrids, type GridComparison } from './compareGrids'
import type { NumericGrid } from './NumericGrid'
import { countSlices, toGrid, trueShape } from './toGrid'
import { toNumbers } from './toNumbers'
import { isClassMap } from './viewsOf'

export type ResultComparison =
  /** At least one of the two is no array of numbers. */
  | { status: 'noNumbers' }
  | { status: 'otherShape'; shape: readonly number[]; otherShape: readonly number[] }
  | ({
      status: 'compared'
      grid: NumericGrid
      other: NumericGrid
      /** Both name classes: their differences are places, not distances. */
      categorical: boolean
      /** What both are coloured by. */
      range: { min: number; max: number }
      /** Cells that are not the same, of `cells`. */
      changed: number
      cells: number
      /** 2-D layers, of which only the first is compared. */
      layers: number
    } & GridComparison)

/** Puts a result beside a base one of the same shape; the residual is `other - base`. One-dimensional arrays are one row. */
export function compareResults(base: DecodedResult, other: DecodedResult): ResultComparison {
  if (base.kind !== 'array' || other.kind !== 'array') return { status: 'noNumbers' }
  const grid = toRows(base)
  const second = toRows(other)
  if (!grid || !second) return { status: 'noNumbers' }
  const [shape, otherShape] = [trueShape(base.shape), trueShape(other.shape)]
  if (shape.join() !== otherShape.join()) return { status: 'otherShape', shape: base.shape, otherShape: other.shape }
  const comparison = compareGrids(second, grid)
  const finite = [grid, second].flatMap(({ values }) => extent(values))
  return {
    status: 'compared',
    grid,
    other: second,
    categorical: isClassMap(base) && isClassMap(other),
    range: { min: Math.min(...finite), max: Math.max(...finite) },
    changed: grid.values.reduce((count, value, at) => count + (Object.is(value, second.values[at]) ? 0 : 1), 0),
    cells: grid.values.length,
    layers: countSlices(base.shape),
    ...comparison,
  }
}

/** A result as one grid to draw, or `undefined` when it is no array of numbers. */
export function toRows(result: ArrayResult): NumericGrid | undefined {
  const grid = toGrid(result)
  if (grid) return grid
  const values = toNumbers(result)
  if (values.length === 0) return undefined
  const integer = result.elements === 'integer' || result.elements === 'boolean'
  return { rows: 1, columns: values.length, values, dtype: result.dtype, integer }
}

function extent(values: Float64Array): number[] {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < min) min = value
    if (value > max) max = value
  }
  return min > max ? [] : [min, max]
}
