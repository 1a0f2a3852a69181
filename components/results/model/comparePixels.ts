import type { NumericGrid } from './NumericGrid'

export type Pixels = { width: number; height: number /** RGBA, 4 bytes per pixel. */; data: Uint8ClampedArray }

export type PixelComparison = {
  /** Largest difference of a channel, pixel by pixel, 0 to 255. */
  grid: NumericGrid
  changed: number
  pixels: number
  largest: number
}

/** How much two pictures of the same size differ; `undefined` when their sizes do. */
export function comparePixels(base: Pixels, other: Pixels): PixelComparison | undefined {
  if (base.width !== other.width || base.height !== other.height) return undefined
  const pixels = base.width * base.height
  const values = new Float64Array(pixels)
  let changed = 0
  let largest = 0
  for (let pixel = 0; pixel < pixels; pixel++) {
    let difference = 0
    for (let at = pixel * 4; at < pixel * 4 + 4; at++)
      difference = Math.max(difference, Math.abs((base.data[at] ?? 0) - (other.data[at] ?? 0)))
    values[pixel] = difference
    if (difference > 0) changed++
    largest = Math.max(largest, difference)
  }
  const grid = { rows: base.height, columns: base.width, values, dtype: 'uint8', integer: true }
  return { grid, changed, pixels, largest }
}
