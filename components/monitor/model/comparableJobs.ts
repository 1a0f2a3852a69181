import type { ComputeJob, ComputeResult } from '@/lib/ocean'
import type { MonitoredJob } from './MonitoredJob'

/** Other jobs that fit beside one. */
export const mostCompared = 3
const mostOffered = 30

/** The file of a job that is shown first. */
export const firstOutput = (job: ComputeJob): ComputeResult | undefined =>
  job.results.find(({ type }) => type === 'output')

/**
 * Jobs whose results may be put beside a job's: finished well, at the same Provider so that no other signature is needed; those of
 * the same algorithm first, newest first among equals.
 */
export function comparableJobs(monitored: MonitoredJob, jobs: readonly MonitoredJob[]): MonitoredJob[] {
  const { job, providerUrl, network } = monitored
  const akin = (other: MonitoredJob) => Number(other.job.algorithmDid === job.algorithmDid)
  return jobs
    .filter(
      (other) =>
        other.job.jobId !== job.jobId &&
        other.providerUrl === providerUrl &&
        other.network.chainId === network.chainId &&
        other.job.phase === 'succeeded' &&
        firstOutput(other.job) !== undefined,
    )
    .sort((a, b) => akin(b) - akin(a))
    .slice(0, mostOffered)
}
