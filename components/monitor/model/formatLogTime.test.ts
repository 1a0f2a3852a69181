import { expect, test } from 'vitest'
import { formatLogTime } from './formatLogTime'

test('times of day are equally wide, known or not', () => {
  expect(formatLogTime(new Date(2026, 0, 2, 3, 4, 5, 6).getTime())).toBe('03:04:05.006')
  expect(formatLogTime(undefined)).toHaveLength(12)
})
