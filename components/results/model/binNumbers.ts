export type Bin = { from: number; to: number; count: number }

/**
 * Counts finite numbers into equal bins whose edges are round numbers.
 *
 * @param parameters.integer - Keeps every bin a whole number wide.
 * @returns At most about 60 bins; one bin when all numbers are equal; none when nothing is finite.
 */
export function binNumbers(parameters: { values: ArrayLike<number>; integer?: boolean; bins?: number }): Bin[] {
  const { values, integer = false } = parameters
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let finite = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isFinite(value)) continue
    finite++
    if (value < min) min = value
    if (value > max) max = value
  }
  if (finite === 0) return []
  if (min === max) return [{ from: min, to: max, count: finite }]
  const wanted = parameters.bins ?? Math.min(60, Math.max(5, Math.ceil(Math.log2(finite) + 1) * 2))
  const width = binWidth((max - min) / wanted, integer)
  const start = Math.floor(min / width) * width
  const length = Math.floor((max - start) / width) + 1
  const counts = new Uint32Array(length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isFinite(value)) continue
    const at = Math.min(length - 1, Math.max(0, Math.floor((value - start) / width)))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return Array.from(counts, (count, i) => ({ from: start + i * width, to: start + (i + 1) * width, count }))
}

function binWidth(raw: number, integer: boolean): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10
  const width = step * power
  return integer ? Math.max(1, Math.round(width)) : width
}
