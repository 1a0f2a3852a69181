import type { ComputeJob, ComputePhase } from '@/lib/ocean'
import type { MonitoredJob } from './MonitoredJob'
import { type PhaseEntry, timeline } from './timeline'

/** Seconds each phase took. */
export type PhaseDurations = Partial<Record<ComputePhase, number>>

/** Earlier jobs whose phases are looked at. */
const mostAsked = 3

/** Jobs that tell how long one like this takes: the newest that ended well before it, of the same algorithm. */
export function earlierJobs(monitored: MonitoredJob, jobs: readonly MonitoredJob[]): MonitoredJob[] {
  const { job, providerUrl } = monitored
  return jobs
    .filter(
      (other) =>
        other.providerUrl === providerUrl &&
        other.job.jobId !== job.jobId &&
        other.job.phase === 'succeeded' &&
        other.job.algorithmDid === job.algorithmDid &&
        (other.job.dateCreated?.getTime() ?? 0) <= (job.dateCreated?.getTime() ?? 0),
    )
    .slice(0, mostAsked)
}

/** How long each phase of an ended job took, as far as its history tells. */
export function phaseDurations(job: ComputeJob, entries: readonly PhaseEntry[]): PhaseDurations {
  return Object.fromEntries(
    timeline(job, entries).flatMap(({ phase, duration }) => (duration === undefined ? [] : [[phase, duration]])),
  )
}

/** The middle of what each phase took in several jobs. */
export function usualDurations(jobs: readonly PhaseDurations[]): PhaseDurations {
  const phases = new Set(jobs.flatMap((job) => Object.keys(job) as ComputePhase[]))
  return Object.fromEntries(
    [...phases].map((phase) => [phase, median(jobs.flatMap((job) => job[phase] ?? []))] as const),
  )
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? 0
  const high = sorted[Math.floor(half)] ?? low
  return (low + high) / 2
}
