import { queryOptions } from '@tanstack/react-query'
import { getComputeEnvironments, type OceanClient } from '@/lib/ocean'

/** The machines of a Provider, with how busy they are; looked at again every ten seconds. */
export function environmentsQueryOptions(client: OceanClient, providerUrl: string) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'environments', { providerUrl }] as const,
    queryFn: ({ queryKey: [, , , input], signal }) => getComputeEnvironments(client, { ...input, signal }),
    refetchInterval: 10_000,
  })
}
