import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getComputeJob, type OceanClient } from '@/lib/ocean'

/** One job's status, asked again until the job has ended. */
export function jobQueryOptions(client: OceanClient, input: { jobId: string; owner: Address; providerUrl: string }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'job', input] as const,
    queryFn: ({ queryKey: [, , , parameters], signal }) => getComputeJob(client, { ...parameters, signal }),
    refetchInterval: (query) => (query.state.data?.ended ? false : Math.max(client.pollingInterval, 500)),
    refetchIntervalInBackground: true,
  })
}
