import type { ComputeEnvironment } from '@/lib/ocean'

/** Whether a job would start at once; an environment that names no limit is taken to have room. */
export function hasRoom({ maxJobs, currentJobs }: Pick<ComputeEnvironment, 'maxJobs' | 'currentJobs'>): boolean {
  return maxJobs <= 0 || currentJobs < maxJobs
}
