export type NumberDescription = {
  count: number
  finite: number
  nan: number
  infinite: number
  min: number
  max: number
  mean: number
  /** Population standard deviation. */
  deviation: number
}

/**
 * Describes a list of numbers in one pass (Welford's recurrence, so that large means do not eat the deviation).
 *
 * @returns `min`, `max`, `mean` and `deviation` over the finite numbers; NaN when there are none.
 */
export function describeNumbers(values: ArrayLike<number>): NumberDescription {
  let finite = 0
  let nan = 0
  let infinite = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let mean = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) nan++
    else if (!Number.isFinite(value)) infinite++
    else {
      finite++
      if (value < min) min = value
      if (value > max) max = value
      const delta = value - mean
      mean += delta / finite
      squares += delta * (value - mean)
    }
  }
  const none = finite === 0
  return {
    count: values.length,
    finite,
    nan,
    infinite,
    min: none ? Number.NaN : min,
    max: none ? Number.NaN : max,
    mean: none ? Number.NaN : mean,
    deviation: none ? Number.NaN : Math.sqrt(squares / finite),
  }
}
