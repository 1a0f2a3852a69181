import type { ComputePhase } from '../types/provider'

/**
 * What a job's numbers amount to. Ended is decided by `dateFinished` alone, and 70 says nothing about success: an algorithm that
 * wrote no output has failed.
 *
 * - Source: provider-aquarius specification 6.6
 */
export function getComputePhase(job: {
  status: number
  ended: boolean
  stopRequest: number
  hasOutput: boolean
}): ComputePhase {
  const { status, ended, stopRequest, hasOutput } = job
  if (ended) {
    if (stopRequest === 1) return 'stopped'
    if (stopRequest === 2) return 'timedOut'
    return status === 70 && hasOutput ? 'succeeded' : 'failed'
  }
  if (status >= 60) return 'publishing'
  if (status >= 50) return 'filtering'
  if (status >= 40) return 'running'
  if (status >= 20) return 'provisioning'
  return status >= 10 ? 'starting' : 'queued'
}
