import { expect, test } from 'vitest'
import type { ComputeJob } from '@/lib/ocean'
import { addPhase, timeline } from './timeline'

const job = (changes: Partial<ComputeJob>): ComputeJob => ({
  jobId: 'a',
  agreementId: '0x',
  owner: '0x0000000000000000000000000000000000000001',
  status: 40,
  statusText: '',
  phase: 'running',
  ended: false,
  dateCreated: new Date(1_000),
  dateFinished: undefined,
  results: [],
  stopRequested: false,
  algorithmDid: undefined,
  datasetDids: [],
  ...changes,
})

test('phases seen to begin have durations, the present one is open', () => {
  const items = timeline(job({}), [
    { phase: 'queued', at: 1_000 },
    { phase: 'provisioning', at: 2_500 },
    { phase: 'running', at: 4_000 },
  ])
  expect(items.map(({ phase, state, duration }) => [phase, state, duration])).toEqual([
    ['queued', 'passed', 1.5],
    ['provisioning', 'passed', 1.5],
    ['running', 'current', undefined],
    ['publishing', 'pending', undefined],
  ])
})

test('a phase that was over before anybody looked has no invented duration', () => {
  const items = timeline(job({}), [{ phase: 'running', at: 4_000 }])
  expect(items[0]).toMatchObject({ phase: 'queued', duration: undefined, startedAt: 1_000 })
  expect(items[1]).toMatchObject({ phase: 'provisioning', state: 'passed', duration: undefined })
})

test('an ended job lists what it went through and how it ended', () => {
  const items = timeline(job({ phase: 'failed', ended: true, status: 41, dateFinished: new Date(9_000) }), [
    { phase: 'queued', at: 1_000 },
    { phase: 'running', at: 4_000 },
  ])
  expect(items.map(({ phase, state, duration }) => [phase, state, duration])).toEqual([
    ['queued', 'passed', 3],
    ['running', 'passed', 5],
    ['failed', 'end', undefined],
  ])
})

test('the first known beginning of a phase stays', () => {
  const entries = addPhase(addPhase([], { phase: 'running', at: undefined }), { phase: 'running', at: 5 })
  expect(entries).toEqual([{ phase: 'running', at: 5 }])
  expect(addPhase(entries, { phase: 'running', at: 9 })).toBe(entries)
})
