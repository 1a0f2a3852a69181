import type { ArrayResult } from '@/lib/results/types'

/** All values as doubles, hidden ones as NaN. 64-bit integers beyond 2^53 lose their last digits here, not in the exports. */
export function toNumbers(array: Pick<ArrayResult, 'data' | 'mask'>): Float64Array {
  const numbers =
    array.data instanceof BigInt64Array || array.data instanceof BigUint64Array
      ? Float64Array.from(array.data, Number)
      : Float64Array.from(array.data)
  const { mask } = array
  if (mask) for (let i = 0; i < mask.length; i++) if (mask[i]) numbers[i] = Number.NaN
  return numbers
}
