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
