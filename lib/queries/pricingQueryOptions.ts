import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getDispenserStatus, getFixedRates, type OceanClient } from '@/lib/ocean'

/** How an access token is handed out now: its dispenser and its fixed prices, active or not. */
export function pricingQueryOptions(client: OceanClient, datatoken: Address) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'pricing', { datatoken }] as const,
    queryFn: async ({ queryKey: [, , , input] }) => {
      const [dispenser, rates] = await Promise.all([getDispenserStatus(client, input), getFixedRates(client, input)])
      return { dispenser, rates }
    },
  })
}
