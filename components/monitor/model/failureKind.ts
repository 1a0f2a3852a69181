import type { ComputeJob } from '@/lib/ocean'

export type FailureKind =
  | 'image'
  | 'data'
  | 'algorithm'
  | 'run'
  | 'memory'
  | 'disk'
  | 'time'
  | 'publish'
  | 'noOutput'
  | 'stopped'
  | 'unknown'

const byStatus: Readonly<Record<number, FailureKind>> = {
  11: 'image',
  13: 'image',
  14: 'image',
  21: 'data',
  22: 'data',
  31: 'data',
  32: 'algorithm',
  33: 'data',
  41: 'run',
  42: 'disk',
  61: 'publish',
  62: 'publish',
  70: 'noOutput',
}

/** Why a job ended without success, from its numbers; `undefined` when it did succeed or has not ended. */
export function failureKind(
  job: Pick<ComputeJob, 'phase' | 'ended' | 'status' | 'statusText'>,
): FailureKind | undefined {
  if (!job.ended || job.phase === 'succeeded') return undefined
  if (job.phase === 'stopped') return 'stopped'
  if (job.phase === 'timedOut') return 'time'
  // Memory has no number of its own in the protocol.
  if (job.status === 41 && /memory/i.test(job.statusText)) return 'memory'
  return byStatus[job.status] ?? 'unknown'
}
