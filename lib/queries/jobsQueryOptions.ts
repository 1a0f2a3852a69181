import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { type ComputeJob, ComputeUnsupportedError, getComputeJobs, type OceanClient } from '@/lib/ocean'

/** How many times rarer an account is asked about while none of its jobs is on its way. */
const calm = 5

export type JobsQueryParameters = { providerUrl: string; owner: Address; jobId?: string | undefined }

/**
 * An account's jobs at one Provider, newest first; empty when that Provider runs no jobs.
 *
 * Asked again at the client's own pace while a job is on its way, also in a hidden tab, so that its end can be told.
 */
export function jobsQueryOptions(client: OceanClient, parameters: JobsQueryParameters) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'jobs', parameters] as const,
    queryFn: async ({ queryKey: [, , , input], signal }) => {
      try {
        return await getComputeJobs(client, { ...input, signal })
      } catch (error) {
        if (error instanceof ComputeUnsupportedError) return []
        throw error
      }
    },
    // Jobs hold dates, which the library takes for new each time: a page of jobs would be drawn anew at every answer.
    structuralSharing: (known, told) => keepSame(known as ComputeJob[] | undefined, told as ComputeJob[]),
    // The client itself has tried again by then; a Provider that is down should be said soon.
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.data?.some((job) => !job.ended)) return client.pollingInterval
      return typeof document !== 'undefined' && document.hidden ? false : client.pollingInterval * calm
    },
    refetchIntervalInBackground: true,
  })
}

function keepSame(known: ComputeJob[] | undefined, told: ComputeJob[]): ComputeJob[] {
  if (!known) return told
  const before = new Map(known.map((job) => [job.jobId, job]))
  const kept = told.map((job) => {
    const same = before.get(job.jobId)
    return same && JSON.stringify(same) === JSON.stringify(job) ? same : job
  })
  return kept.length === known.length && kept.every((job, index) => job === known[index]) ? known : kept
}
