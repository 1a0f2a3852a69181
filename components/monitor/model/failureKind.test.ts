import { expect, test } from 'vitest'
import { failureKind } from './failureKind'

const failed = (status: number, statusText = '') => failureKind({ phase: 'failed', ended: true, status, statusText })

test('the protocol number says what failed', () => {
  expect(failed(31)).toBe('data')
  expect(failed(32)).toBe('algorithm')
  expect(failed(41, 'Algorithm failed with exit code 3')).toBe('run')
  expect(failed(42)).toBe('disk')
})

test('memory is recognised by the text because it has no number', () => {
  expect(failed(41, 'Algorithm ran out of memory (limit 2 GB)')).toBe('memory')
})

test('an end without output is a failure of its own', () => {
  expect(failed(70, 'Job finished')).toBe('noOutput')
})

test('a job that runs or succeeded has no failure', () => {
  expect(failureKind({ phase: 'running', ended: false, status: 40, statusText: '' })).toBeUndefined()
  expect(failureKind({ phase: 'succeeded', ended: true, status: 70, statusText: '' })).toBeUndefined()
})
