import { expect, test } from 'vitest'
import type { MonitoredJob } from './MonitoredJob'
import { earlierJobs, phaseDurations, usualDurations } from './usualDurations'

const create = (jobId: string, change: Partial<MonitoredJob['job']> = {}) =>
  ({
    providerUrl: 'http://one',
    job: {
      jobId,
      phase: 'succeeded',
      ended: true,
      algorithmDid: 'did:op:a',
      dateCreated: new Date(10_000),
      dateFinished: new Date(20_000),
      ...change,
    },
  }) as MonitoredJob

test('what is usual is the middle of the earlier jobs', () => {
  expect(usualDurations([{ running: 1 }, { running: 9 }, { running: 3, queued: 2 }])).toEqual({ running: 3, queued: 2 })
  expect(usualDurations([{ running: 1 }, { running: 3 }])).toEqual({ running: 2 })
  expect(usualDurations([])).toEqual({})
})

test('the phases of an ended job last until the next one, the last until the end', () => {
  const entries = [
    { phase: 'provisioning' as const, at: 11_000 },
    { phase: 'running' as const, at: 13_000 },
  ]
  expect(phaseDurations(create('a').job, entries)).toEqual({ queued: 1, provisioning: 2, running: 7 })
})

test('only earlier jobs of the same algorithm that ended well are looked at, three at most', () => {
  const earlier = earlierJobs(create('this'), [
    create('this'),
    create('later', { dateCreated: new Date(30_000) }),
    create('failed', { phase: 'failed' }),
    create('other', { algorithmDid: 'did:op:b' }),
    ...['one', 'two', 'three', 'four'].map((id) => create(id)),
  ])
  expect(earlier.map(({ job }) => job.jobId)).toEqual(['one', 'two', 'three'])
})
