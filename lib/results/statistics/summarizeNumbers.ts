import type { NumericData, NumericSummary } from '../types'

const distinctLimit = 256
const blockSize = 4096
const slotCount = 1024

/**
 * Statistics of numbers in one pass over memory. NaN, infinities and masked entries are counted and left out of the rest.
 * Blocks that fit the cache are summed up and joined, which is exact far from zero and free of divisions.
 *
 * @param mask - 1 where the entry is missing.
 */
export function summarizeNumbers(
  data: NumericData | readonly (number | bigint)[],
  mask?: ArrayLike<number>,
): NumericSummary {
  const total: Total = { count: 0, nanCount: 0, infiniteCount: 0, min: Infinity, max: -Infinity, mean: 0, squares: 0 }
  const block = new Float64Array(Math.min(blockSize, data.length))
  const distinct = new Distinct()
  let missingCount = 0
  for (let start = 0; start < data.length; start += blockSize) {
    const end = Math.min(data.length, start + blockSize)
    const filled = fill(block, data, { start, end, mask })
    missingCount += end - start - filled
    const count = addBlock(total, block, filled)
    if (distinct.integers) distinct.add(block, count)
  }
  const { count, nanCount, infiniteCount, min, max, mean, squares } = total
  const any = count > 0
  const whole = distinct.integers && any
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

type Total = {
  count: number
  nanCount: number
  infiniteCount: number
  min: number
  max: number
  mean: number
  squares: number
}

/** Copies what is not masked, as doubles; returns how many that are. */
function fill(
  block: Float64Array,
  data: NumericData | readonly (number | bigint)[],
  { start, end, mask }: { start: number; end: number; mask: ArrayLike<number> | undefined },
): number {
  const wide = data instanceof BigInt64Array || data instanceof BigUint64Array
  if (!mask && !wide && ArrayBuffer.isView(data)) {
    block.set(data.subarray(start, end))
    return end - start
  }
  let filled = 0
  for (let at = start; at < end; at += 1) {
    if (mask && mask[at] !== 0) continue
    block[filled] = Number(data[at])
    filled += 1
  }
  return filled
}

/** Moves the finite numbers to the front of the block, adds them to the total and returns how many they are. */
function addBlock(total: Total, block: Float64Array, filled: number): number {
  let [count, sum, { min, max }] = [0, 0, total]
  for (let at = 0; at < filled; at += 1) {
    const value = block[at] as number
    if (value - value !== 0) {
      if (Number.isNaN(value)) total.nanCount += 1
      else total.infiniteCount += 1
      continue
    }
    sum += value
    if (value < min) min = value
    if (value > max) max = value
    block[count] = value
    count += 1
  }
  if (count === 0) return 0
  let mean = sum / count
  // The sum of the largest doubles leaves their range.
  if (!Number.isFinite(sum)) mean = block.subarray(0, count).reduce((part, value) => part + value / count, 0)
  let squares = 0
  for (let at = 0; at < count; at += 1) {
    const difference = (block[at] as number) - mean
    squares += difference * difference
  }
  const all = total.count + count
  const apart = mean - total.mean
  total.mean = total.count === 0 ? mean : total.mean + apart * (count / all)
  total.squares += squares + (total.count === 0 ? 0 : apart * apart * total.count * (count / all))
  total.min = min
  total.max = max
  total.count = all
  return count
}

/** Counts different whole numbers as long as there are few. Recently seen ones are found without asking the set. */
class Distinct {
  integers = true
  private readonly values = new Set<number>()
  private readonly recent = new Float64Array(slotCount).fill(Number.NaN)

  get size(): number {
    return this.values.size
  }

  add(block: Float64Array, count: number): void {
    const { recent, values } = this
    for (let at = 0; at < count; at += 1) {
      const value = block[at] as number
      const slot = value & (slotCount - 1)
      if (recent[slot] === value) continue
      if (!Number.isInteger(value)) {
        this.integers = false
        return
      }
      recent[slot] = value
      if (values.size <= distinctLimit) values.add(value)
    }
  }
}
