import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getTokenBalance, type OceanClient } from '@/lib/ocean'

/** Base units an account holds of a token. */
export function tokenBalanceQueryOptions(client: OceanClient, input: { token: Address; account: Address }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'tokenBalance', input] as const,
    queryFn: ({ queryKey: [, , , parameters] }) => getTokenBalance(client, parameters),
  })
}
