import { expect, test } from 'vitest'
import { appendLog, emptyLog } from './logBuffer'

test('lines may be cut anywhere between two pieces', () => {
  const log = ['fir', 'st\nsecond\r\nth', 'ird\n', 'fourth'].reduce(appendLog, emptyLog)
  expect(log.lines).toEqual(['first', 'second', 'third', 'fourth'])
  expect(appendLog(log, ' line\n').lines.at(-1)).toBe('fourth line')
})

test('empty lines stay', () => {
  expect(appendLog(emptyLog, 'a\n\nb\n').lines).toEqual(['a', '', 'b'])
})

test('the oldest lines go when there are too many, and are counted', () => {
  const log = appendLog(emptyLog, Array.from({ length: 20_005 }, (_, i) => `${i}\n`).join(''))
  expect(log.dropped).toBe(5)
  expect(log.lines[0]).toBe('5')
})
