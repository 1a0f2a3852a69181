/** A 2-D array of real numbers in row-major order, ready to be drawn. */
export type NumericGrid = {
  rows: number
  columns: number
  /** `rows * columns` numbers; NaN where the file had none. */
  values: Float64Array
  /** As the file names it, such as `float64`. */
  dtype: string
  integer: boolean
  /** Coordinates of columns and rows; indices when the file does not say. */
  x?: Float64Array
  y?: Float64Array
}
