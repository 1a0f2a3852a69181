import { expect, test } from 'vitest'
import { appendLog, emptyLog } from './logBuffer'

test('lines may be cut anywhere between two pieces', () => {
  const log = ['fir', 'st\nsecond\r\nth', 'ird\n', 'fourth'].reduce((buffer, text) => appendLog(buffer, text), emptyLog)
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

test('a line has the time at which its first piece came', () => {
  const log = appendLog(appendLog(emptyLog, 'one\nbeg', 1_000), 'un\nlast\n', 2_000)
  expect(log.lines).toEqual(['one', 'begun', 'last'])
  expect(log.times).toEqual([1_000, 1_000, 2_000])
})
