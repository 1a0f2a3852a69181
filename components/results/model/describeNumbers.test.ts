import { expect, test } from 'vitest'
import { describeNumbers } from './describeNumbers'

test('mean and population deviation are those of the finite numbers', () => {
  const description = describeNumbers([2, 4, 4, 4, 5, 5, 7, 9, Number.NaN, Number.POSITIVE_INFINITY])
  expect(description).toEqual({ count: 10, finite: 8, nan: 1, infinite: 1, min: 2, max: 9, mean: 5, deviation: 2 })
})

test('nothing finite gives NaN and counts', () => {
  const description = describeNumbers([Number.NaN])
  expect(description.finite).toBe(0)
  expect(description.mean).toBeNaN()
  expect(description.min).toBeNaN()
})

test('a large offset does not eat the deviation', () => {
  expect(describeNumbers([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).deviation).toBeCloseTo(Math.sqrt(22.5), 9)
})
