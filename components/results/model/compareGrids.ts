import type { NumericGrid } from './NumericGrid'

export type GridComparison = {
  /** `values - reference`, cell by cell. */
  residual: NumericGrid
  /** Root mean square of the residual over the cells finite in both. */
  rmse: number
  maxAbsolute: number
  /** Share of the reference's variance that the values explain; 1 is a perfect fit, below 0 is worse than its mean. */
  r2: number
}

/** Compares two grids of the same shape. */
export function compareGrids(grid: NumericGrid, reference: NumericGrid): GridComparison {
  if (grid.rows !== reference.rows || grid.columns !== reference.columns) {
    throw new RangeError('Only grids of the same shape can be compared.')
  }
  const values = new Float64Array(grid.values.length)
  let finite = 0
  let squares = 0
  let sum = 0
  let sumSquares = 0
  let maxAbsolute = 0
  for (let i = 0; i < values.length; i++) {
    const truth = reference.values[i] as number
    const difference = (grid.values[i] as number) - truth
    values[i] = difference
    if (!Number.isFinite(difference)) continue
    finite++
    squares += difference ** 2
    sum += truth
    sumSquares += truth ** 2
    maxAbsolute = Math.max(maxAbsolute, Math.abs(difference))
  }
  const variance = sumSquares - sum ** 2 / finite
  return {
    residual: { ...reference, values, integer: grid.integer && reference.integer, dtype: grid.dtype },
    rmse: Math.sqrt(squares / finite),
    maxAbsolute: finite === 0 ? Number.NaN : maxAbsolute,
    r2: 1 - squares / variance,
  }
}
