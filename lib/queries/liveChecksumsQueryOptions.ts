import { queryOptions } from '@tanstack/react-query'
import { getLiveChecksums } from '@/lib/compute/getLiveChecksums'
import { getAsset, type OceanClient } from '@/lib/ocean'

/** What an algorithm's sums are now; its Provider fetches the files for it. */
export function liveChecksumsQueryOptions(client: OceanClient, did: string) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'liveChecksums', { did }] as const,
    queryFn: async ({ queryKey: [, , , input], signal }) => {
      const algorithm = await getAsset(client, { ...input, signal })
      return getLiveChecksums(client, { algorithm, signal })
    },
    staleTime: 30_000,
  })
}
