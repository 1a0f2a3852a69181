import { queryOptions } from '@tanstack/react-query'
import { type AlgorithmContainer, type OceanClient, validateContainer } from '@/lib/ocean'

/** Whether the Provider takes the description of an algorithm's image; its refusal is the error. */
export function containerQueryOptions(client: OceanClient, input: { container: AlgorithmContainer }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'container', input] as const,
    queryFn: async ({ queryKey: [, , , { container }], signal }) => {
      await validateContainer(client, { container, signal })
      return { accepted: true }
    },
    staleTime: 60_000,
    retry: false,
  })
}
