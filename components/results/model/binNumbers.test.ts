import { expect, test } from 'vitest'
import { binNumbers } from './binNumbers'

test('every finite number is in exactly one bin', () => {
  const values = Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 7)
  const bins = binNumbers({ values: [...values, Number.NaN, Number.NEGATIVE_INFINITY] })
  expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(1000)
  expect(bins[0]?.from).toBeLessThanOrEqual(Math.min(...values))
  expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values))
})

test('whole numbers get bins a whole number wide', () => {
  expect(binNumbers({ values: [0, 0, 1, 2, 2, 2], integer: true })).toEqual([
    { from: 0, to: 1, count: 2 },
    { from: 1, to: 2, count: 1 },
    { from: 2, to: 3, count: 3 },
  ])
})

test('equal numbers make one bin, none makes none', () => {
  expect(binNumbers({ values: [3, 3] })).toEqual([{ from: 3, to: 3, count: 2 }])
  expect(binNumbers({ values: [Number.NaN] })).toEqual([])
})
