import { expect, test } from 'vitest'
import { formatDuration } from './formatDuration'

test.each([
  [0.25, '250 ms'],
  [2.44, '2.4 s'],
  [59.4, '59 s'],
  [125, '2 min 5 s'],
  [119.7, '1 min 59 s'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
  [86_400, '1 d'],
  [90_000, '1 d 1 h'],
])('%d seconds are "%s"', (seconds, text) => {
  expect(formatDuration(seconds, 'en')).toBe(text)
})
