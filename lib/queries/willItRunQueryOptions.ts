import { queryOptions } from '@tanstack/react-query'
import { type WillItRunParameters, willItRun } from '@/lib/compute/willItRun'
import type { OceanClient } from '@/lib/ocean'

/** "Will it run?" for one choice. Quotes in it are looked at, never used to pay. */
export function willItRunQueryOptions(client: OceanClient, input: Omit<WillItRunParameters, 'signal'>) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'willItRun', input] as const,
    queryFn: ({ queryKey: [, , , parameters], signal }) => willItRun(client, { ...parameters, signal }),
    staleTime: 10_000,
    // What could not be found out is looked for again soon: a service that was away may be back.
    refetchInterval: ({ state: { data } }) => (data?.checks.some(({ fix }) => fix === 'retry') ? 5_000 : 60_000),
  })
}
