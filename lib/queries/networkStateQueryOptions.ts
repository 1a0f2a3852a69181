import { queryOptions } from '@tanstack/react-query'
import { getChainStatus, getProviderRoot, type OceanClient } from '@/lib/ocean'

const interval = 5_000

/** The chain's present block. */
export function chainStateQueryOptions(client: OceanClient) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'chainState', {}] as const,
    queryFn: () => client.publicClient.getBlockNumber({ cacheTime: 0 }),
    refetchInterval: interval,
    retry: false,
  })
}

/** What the network's Provider says about itself. Asked anew each time, so that a stopped service is noticed. */
export function providerStateQueryOptions(client: OceanClient) {
  const { providerUrl } = client.network
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'providerState', { providerUrl }] as const,
    queryFn: ({ queryKey: [, , , input], signal }) => {
      client.roots.delete(input.providerUrl)
      return getProviderRoot(client, { ...input, signal })
    },
    refetchInterval: interval,
    retry: false,
  })
}

/** The last block the index has read. */
export function indexStateQueryOptions(client: OceanClient) {
  const { aquariusUrl } = client.network
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'indexState', { aquariusUrl }] as const,
    queryFn: ({ signal }) => getChainStatus(client, { signal }),
    refetchInterval: interval,
    retry: false,
  })
}
