import { expect, test } from 'vitest'
import type { Cell } from '@/lib/results/types'
import { sortRows } from './sortRows'

const sorted = (cells: Cell[], descending = false) =>
  Array.from(
    sortRows({
      column: { name: '', dtype: '', numeric: true, cell: (row) => cells[row] ?? null },
      rowCount: cells.length,
      descending,
    }),
    (row) => cells[row],
  )

test('numbers sort by size, also when whole numbers are too large for a double', () => {
  expect(sorted([10, 9, -1, 2n ** 60n, 2n ** 60n - 1n])).toEqual([-1, 9, 10, 2n ** 60n - 1n, 2n ** 60n])
})

test('missing values are last in both directions', () => {
  expect(sorted([Number.NaN, 2, null, 1])).toEqual([1, 2, Number.NaN, null])
  expect(sorted([Number.NaN, 2, null, 1], true)).toEqual([2, 1, Number.NaN, null])
})

test('equal values keep their order', () => {
  expect(sorted(['b', 'a', 'b', 'a'])).toEqual(['a', 'a', 'b', 'b'])
})

test('any numbers come in the order their sizes have, both ways', () => {
  const odd = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE, -Number.MAX_VALUE, 1e-300]
  let seed = 7
  const numbers = Array.from({ length: 2_000 }, (_, index) => {
    seed = (seed * 48_271) % 2_147_483_647
    return odd[index] ?? (seed - 1_073_741_823) * 10 ** ((seed % 40) - 20)
  })
  expect(sorted(numbers).map((cell) => Number(cell) + 0)).toEqual(numbers.toSorted((a, b) => a - b).map((n) => n + 0))
  expect(sorted(numbers, true).map((cell) => Number(cell) + 0)).toEqual(
    numbers.toSorted((a, b) => b - a).map((n) => n + 0),
  )
})

test('truth values sort as numbers do', () => {
  expect(sorted([true, false, null, true])).toEqual([false, true, true, null])
})
