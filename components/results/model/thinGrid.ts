import type { NumericGrid } from './NumericGrid'

/** Keeps every n-th row and column so that neither exceeds `limit`; the same object when nothing has to go. */
export function thinGrid(grid: NumericGrid, limit: number): NumericGrid {
  const step = Math.ceil(Math.max(grid.rows, grid.columns) / limit)
  if (step <= 1) return grid
  const rows = Math.ceil(grid.rows / step)
  const columns = Math.ceil(grid.columns / step)
  const values = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = grid.values[row * step * grid.columns + column * step] as number
    }
  }
  const thin = (coordinates: Float64Array | undefined, count: number) =>
    Float64Array.from({ length: count }, (_, i) => coordinates?.[i * step] ?? i * step)
  return { ...grid, rows, columns, values, x: thin(grid.x, columns), y: thin(grid.y, rows) }
}
