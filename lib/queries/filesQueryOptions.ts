import { queryOptions } from '@tanstack/react-query'
import { getFileInfo, type OceanClient } from '@/lib/ocean'

/** What the Provider finds when it looks at the files of a published service. */
export function filesQueryOptions(client: OceanClient, input: { did: string; serviceId: string; providerUrl: string }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'files', input] as const,
    queryFn: ({ queryKey: [, , , parameters], signal }) => getFileInfo(client, { ...parameters, signal }),
    staleTime: 60_000,
  })
}
