import { type JobGroup, jobGroup } from './jobGroup'
import type { MonitoredJob } from './MonitoredJob'

export const jobSorts = ['newest', 'oldest', 'longest', 'shortest', 'name'] as const
export type JobSort = (typeof jobSorts)[number]

/** Rows of a page. */
export const jobPageSize = 25

export type JobListParameters = {
  group?: JobGroup | undefined
  /** Looked for in names, DIDs and numbers. */
  text: string
  sort: JobSort
  /** Counted from 1. */
  page: number
  /** What can be read of a job. */
  wordsOf(job: MonitoredJob): { algorithm: string; dataset: string }
  /** Milliseconds since the epoch. */
  now: number
}

export type JobList = { rows: MonitoredJob[]; total: number; page: number; pages: number }

/** One page of the jobs that are asked for, in the order that is asked for; a page beyond the end is the last one. */
export function listJobs(jobs: readonly MonitoredJob[], parameters: JobListParameters): JobList {
  const { group, text, sort, wordsOf, now } = parameters
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (monitored: MonitoredJob) => {
    if (words.length === 0) return true
    const { algorithm, dataset } = wordsOf(monitored)
    const { jobId, algorithmDid = '', datasetDids } = monitored.job
    const all = [algorithm, dataset, jobId, algorithmDid, ...datasetDids].join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  }
  const found = jobs.filter((row) => (group === undefined || jobGroup(row.job) === group) && matches(row))
  const created = ({ job }: MonitoredJob) => job.dateCreated?.getTime() ?? 0
  const duration = ({ job }: MonitoredJob) =>
    job.dateCreated ? (job.dateFinished?.getTime() ?? now) - job.dateCreated.getTime() : 0
  const compare: Record<JobSort, (a: MonitoredJob, b: MonitoredJob) => number> = {
    newest: (a, b) => created(b) - created(a),
    oldest: (a, b) => created(a) - created(b),
    longest: (a, b) => duration(b) - duration(a),
    shortest: (a, b) => duration(a) - duration(b),
    name: (a, b) => wordsOf(a).algorithm.localeCompare(wordsOf(b).algorithm) || created(b) - created(a),
  }
  const pages = Math.max(1, Math.ceil(found.length / jobPageSize))
  const page = Math.min(Math.max(1, parameters.page), pages)
  const rows = found.sort(compare[sort]).slice((page - 1) * jobPageSize, page * jobPageSize)
  return { rows, total: found.length, page, pages }
}
