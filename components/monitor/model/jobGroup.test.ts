import { expect, test } from 'vitest'
import { jobGroup } from './jobGroup'

test('a job is on its way until it has an end, whatever its number says', () => {
  expect(jobGroup({ phase: 'publishing', ended: false })).toBe('active')
  expect(jobGroup({ phase: 'succeeded', ended: true })).toBe('succeeded')
})

test('running out of time is a failure, being stopped is not', () => {
  expect(jobGroup({ phase: 'timedOut', ended: true })).toBe('failed')
  expect(jobGroup({ phase: 'failed', ended: true })).toBe('failed')
  expect(jobGroup({ phase: 'stopped', ended: true })).toBe('stopped')
})
