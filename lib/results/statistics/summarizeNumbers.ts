import type { NumericData, NumericSummary } from '../types'

const distinctLimit = 256

/**
 * Statistics of numbers in one pass. NaN, infinities and masked entries are counted and left out of the rest.
 *
 * @param mask - 1 where the entry is missing.
 */
export function summarizeNumbers(
  data: NumericData | readonly (number | bigint)[],
  mask?: ArrayLike<number>,
): NumericSummary {
  let count = 0
  let nanCount = 0
  let infiniteCount = 0
  let missingCount = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let mean = 0
  let squares = 0
  let integers = true
  const distinct = new Set<number>()
  const { length } = data
  for (let at = 0; at < length; at += 1) {
    if (mask && mask[at] !== 0) {
      missingCount += 1
      continue
    }
    const value = Number(data[at])
    if (value - value !== 0) {
      if (Number.isNaN(value)) nanCount += 1
      else infiniteCount += 1
      continue
    }
    count += 1
    if (value < min) min = value
    if (value > max) max = value
    const difference = value - mean
    mean += difference / count
    squares += difference * (value - mean)
    if (integers) {
      if (!Number.isInteger(value)) integers = false
      else if (distinct.size <= distinctLimit) distinct.add(value)
    }
  }
  const any = count > 0
  const whole = integers && any
  return {
    count,
    min: any ? min : undefined,
    max: any ? max : undefined,
    mean: any ? mean : undefined,
    deviation: any ? Math.sqrt(squares / count) : undefined,
    nanCount,
    infiniteCount,
    missingCount,
    allIntegers: whole,
    distinctIntegers:
      whole && nanCount + infiniteCount === 0 && distinct.size <= distinctLimit ? distinct.size : undefined,
  }
}
