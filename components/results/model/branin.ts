import type { NumericGrid } from './NumericGrid'

const size = 15

/**
 * The Branin function, the surface behind the tutorial's dataset.
 *
 * f(x0, x1) = (x1 - 5.1/(4π²) x0² + 5/π x0 - 6)² + 10 (1 - 1/(8π)) cos x0 + 10
 */
export function branin(x0: number, x1: number): number {
  const parabola = x1 - (5.1 / (4 * Math.PI ** 2)) * x0 ** 2 + (5 / Math.PI) * x0 - 6
  return parabola ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x0) + 10
}

/** `count` numbers from `first` to `last`, both included. */
export function linspace(first: number, last: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => first + ((last - first) * i) / (count - 1))
}

/** The function on the tutorial's grid: 15 columns over x0 in [-5, 10], 15 rows over x1 in [0, 15]. */
export function braninGrid(): NumericGrid & { x: Float64Array; y: Float64Array } {
  const x = linspace(-5, 10, size)
  const y = linspace(0, 15, size)
  const values = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      values[row * size + column] = branin(x[column] as number, y[row] as number)
    }
  }
  return { rows: size, columns: size, values, dtype: 'float64', integer: false, x, y }
}

/** Whether a grid has the shape of the tutorial's model. */
export function isBraninShape(grid: NumericGrid): boolean {
  return grid.rows === size && grid.columns === size && !grid.integer
}
