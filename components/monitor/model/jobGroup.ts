import type { ComputeJob } from '@/lib/ocean'

export const jobGroups = ['active', 'succeeded', 'failed', 'stopped'] as const
export type JobGroup = (typeof jobGroups)[number]

/** The chip a job is counted under. */
export function jobGroup(job: Pick<ComputeJob, 'phase' | 'ended'>): JobGroup {
  if (!job.ended) return 'active'
  if (job.phase === 'succeeded' || job.phase === 'stopped') return job.phase
  return 'failed'
}
