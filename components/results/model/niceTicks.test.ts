import { expect, test } from 'vitest'
import { niceTicks } from './niceTicks'

test('ticks are round and inside the range', () => {
  expect(niceTicks(-5, 10, 5)).toEqual([-5, 0, 5, 10])
  expect(niceTicks(0, 14, 7)).toEqual([0, 2, 4, 6, 8, 10, 12, 14])
})

test('an empty or endless range has no run of ticks', () => {
  expect(niceTicks(3, 3, 5)).toEqual([3])
  expect(niceTicks(Number.NaN, 1, 5)).toEqual([])
})
