import { queryOptions } from '@tanstack/react-query'
import { type WillItRunParameters, willItRun } from '@/lib/compute/willItRun'
import type { OceanClient } from '@/lib/ocean'

/** "Will it run?" for one choice. Quotes in it are looked at, never used to pay. */
export function willItRunQueryOptions(client: OceanClient, input: Omit<WillItRunParameters, 'signal'>) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'willItRun', input] as const,
    queryFn: ({ queryKey: [, , , parameters], signal }) => willItRun(client, { ...parameters, signal }),
    staleTime: 10_000,
    refetchInterval: 60_000,
  })
}
