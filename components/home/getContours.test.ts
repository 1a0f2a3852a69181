import { expect, test } from 'vitest'
import { getContours } from './getContours'

test('A plane that rises to the right is cut by one straight line', () => {
  const path = getContours({ width: 3, height: 3, at: (column) => column }, 0.5)
  expect(path).toBe('M0.5 0L0.5 1M0.5 1L0.5 2')
})

test('A level above everything has no line', () => {
  expect(getContours({ width: 4, height: 4, at: (column, row) => column + row }, 99)).toBe('')
})

test('A hill is surrounded', () => {
  const path = getContours({ width: 3, height: 3, at: (column, row) => (column === 1 && row === 1 ? 2 : 0) }, 1)
  expect(path.match(/M/g)).toHaveLength(4)
})
