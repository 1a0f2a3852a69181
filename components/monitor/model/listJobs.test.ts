import { describe, expect, it } from 'vitest'
import { jobPageSize, listJobs } from './listJobs'
import type { MonitoredJob } from './MonitoredJob'

const now = 1_000_000
const job = (number: number, more: object = {}) =>
  ({
    job: {
      ...{ jobId: `job${number}`, datasetDids: ['did:op:data'], algorithmDid: `did:op:algo${number % 3}` },
      ...{
        phase: 'succeeded',
        ended: true,
        dateCreated: new Date(number * 1000),
        dateFinished: new Date(number * 2000),
      },
      ...more,
    },
  }) as unknown as MonitoredJob
const names: Record<string, string> = { 'did:op:algo0': 'Zebra', 'did:op:algo1': 'apple', 'did:op:algo2': 'Mango' }
const wordsOf = (row: MonitoredJob) => ({ algorithm: names[row.job.algorithmDid ?? ''] ?? '', dataset: 'Flowers' })
const jobs = Array.from({ length: 60 }, (_, index) => job(index + 1))
const list = (parameters: Partial<Parameters<typeof listJobs>[1]> = {}, rows = jobs) =>
  listJobs(rows, { text: '', sort: 'newest', page: 1, wordsOf, now, ...parameters })
const ids = (result: ReturnType<typeof list>) => result.rows.map((row) => row.job.jobId)

describe('the list of jobs', () => {
  it('is cut into pages, newest first', () => {
    const first = list()
    expect(first).toMatchObject({ total: 60, page: 1, pages: 3 })
    expect(first.rows).toHaveLength(jobPageSize)
    expect(ids(first)[0]).toBe('job60')
    expect(ids(list({ page: 3 })).at(-1)).toBe('job1')
  })

  it('shows its last page where a later one is asked for', () => {
    expect(list({ page: 99 }).page).toBe(3)
    expect(list({ page: 0 }).page).toBe(1)
    expect(list({}, [])).toEqual({ rows: [], total: 0, page: 1, pages: 1 })
  })

  it('finds jobs by every word of names, numbers and DIDs', () => {
    expect(list({ text: 'APPLE flow' }).total).toBe(20)
    expect(ids(list({ text: 'job7' }))).toEqual(['job7'])
    expect(list({ text: 'did:op:data' }).total).toBe(60)
    expect(list({ text: 'apple zebra' }).total).toBe(0)
  })

  it('keeps to a group', () => {
    const failed = job(70, { phase: 'failed' })
    expect(ids(list({ group: 'failed' }, [...jobs, failed]))).toEqual(['job70'])
  })

  it('orders by time taken, counting what still runs until now', () => {
    const running = job(61, { ended: false, phase: 'running', dateFinished: undefined })
    expect(ids(list({ sort: 'longest' }, [...jobs, running])).slice(0, 2)).toEqual(['job61', 'job60'])
    expect(ids(list({ sort: 'shortest' }))[0]).toBe('job1')
    expect(ids(list({ sort: 'oldest' }))[0]).toBe('job1')
  })

  it('orders names as people do, newest first among the same', () => {
    const byName = ids(list({ sort: 'name' }))
    expect(byName[0]).toBe('job58')
    expect(byName[20]).toBe('job59')
  })

  it('leaves the list it is given as it is', () => {
    const given = [...jobs]
    list({ sort: 'name' }, given)
    expect(given).toEqual(jobs)
  })
})
