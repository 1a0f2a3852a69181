import type { ComputeJobStatus } from '../compute/types'

/** Job states as the backend wrote them. */
export function jobsResponse(jobs: readonly ComputeJobStatus[]): Response {
  return new Response(JSON.stringify(jobs), { headers: { 'content-type': 'application/json' } })
}
