import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getComputeResult, type OceanClient } from '@/lib/ocean'

export type JobFileQueryParameters = { providerUrl: string; owner: Address; jobId: string; index: number }

/** A file a job has left. It never changes, so it is fetched once; it asks for a signature unless a session is open. */
export function jobFileQueryOptions(client: OceanClient, parameters: JobFileQueryParameters) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'jobFile', parameters] as const,
    queryFn: ({ queryKey: [, , , { providerUrl, jobId, index }], signal }) =>
      getComputeResult(client, { providerUrl, jobId, index, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })
}
