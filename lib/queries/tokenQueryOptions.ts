import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getTokenInfo, type OceanClient } from '@/lib/ocean'

/** Name, symbol and decimals of a token; they never change. */
export function tokenQueryOptions(client: OceanClient, token: Address) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'token', { token }] as const,
    queryFn: ({ queryKey: [, , , input] }) => getTokenInfo(client, input),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
