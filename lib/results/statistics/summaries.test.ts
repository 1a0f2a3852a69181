import { describe, expect, it } from 'vitest'
import { summarizeColumn } from './summarizeColumn'
import { summarizeNumbers } from './summarizeNumbers'

describe('statistics of numbers', () => {
  it('leave out what is not finite or is masked', () => {
    const data = Float64Array.of(1, 3, Number.NaN, Number.POSITIVE_INFINITY, 100, 5)
    expect(summarizeNumbers(data, Uint8Array.of(0, 0, 0, 0, 1, 0))).toEqual({
      count: 3,
      min: 1,
      max: 5,
      mean: 3,
      deviation: Math.sqrt(8 / 3),
      nanCount: 1,
      infiniteCount: 1,
      missingCount: 1,
      allIntegers: true,
      distinctIntegers: undefined,
    })
  })

  it('count distinct whole numbers as long as there are few', () => {
    expect(summarizeNumbers(Int32Array.of(0, 1, 2, 2, 1)).distinctIntegers).toBe(3)
    expect(summarizeNumbers(BigInt64Array.of(5n, 5n)).distinctIntegers).toBe(1)
    expect(summarizeNumbers(Int32Array.from({ length: 257 }, (_, at) => at)).distinctIntegers).toBeUndefined()
    expect(summarizeNumbers(Float64Array.of(1, 1.5)).distinctIntegers).toBeUndefined()
    expect(summarizeNumbers(Float64Array.of(1, 1.5)).allIntegers).toBe(false)
  })

  it('have no bounds when there is nothing', () => {
    const { min, max, mean, deviation, count } = summarizeNumbers(new Float64Array(0))
    expect([count, min, max, mean, deviation]).toEqual([0, undefined, undefined, undefined, undefined])
  })

  it('keep their precision far from zero', () => {
    const { mean, deviation } = summarizeNumbers(Float64Array.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16))
    expect(mean).toBe(1e9 + 10)
    expect(deviation).toBeCloseTo(Math.sqrt(22.5), 10)
  })
})

describe('statistics of a column', () => {
  it('of texts know the most frequent, the first and the last', () => {
    const summary = summarizeColumn({ kind: 'text', values: ['b', 'a', 'b', null] })
    expect(summary).toMatchObject({
      count: 3,
      missingCount: 1,
      distinctCount: 2,
      first: 'a',
      last: 'b',
      numeric: undefined,
    })
    expect(summary.top[0]).toEqual({ value: 'b', count: 2 })
  })

  it('of numbers leave out missing ones', () => {
    const plain = summarizeColumn({ kind: 'integer', values: [1, null, 2n ** 60n] })
    expect(plain).toMatchObject({ count: 2, missingCount: 1, numeric: { count: 2, min: 1, missingCount: 1 } })
    const typed = summarizeColumn({ kind: 'float', values: Float64Array.of(1, 9), missing: Uint8Array.of(0, 1) })
    expect(typed.numeric).toMatchObject({ count: 1, max: 1, missingCount: 1 })
  })
})
