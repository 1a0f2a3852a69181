import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getDataNftOwner, type OceanClient } from '@/lib/ocean'

/** Who owns an asset by the chain: an index may be minutes behind after a transfer. */
export function ownerQueryOptions(client: OceanClient, dataNft: Address) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'owner', { dataNft }] as const,
    queryFn: ({ queryKey: [, , , input] }) => getDataNftOwner(client, input),
  })
}
