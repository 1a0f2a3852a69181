import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getAccessOptions, type OceanClient } from '@/lib/ocean'

/** What an account holds of an access token, and every way it can get more. */
export function accessQueryOptions(client: OceanClient, input: { datatoken: Address; account: Address }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'access', input] as const,
    queryFn: ({ queryKey: [, , , parameters] }) => getAccessOptions(client, parameters),
  })
}
