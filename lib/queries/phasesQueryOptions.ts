import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { type ComputePhase, type OceanClient, watchComputeEvents } from '@/lib/ocean'

/** When an ended job entered each phase, in milliseconds, as its Provider's history tells; empty where it keeps none. Never prompts. */
export function phasesQueryOptions(client: OceanClient, input: { providerUrl: string; owner: Address; jobId: string }) {
  return queryOptions({
    queryKey: ['ocean', client.network.chainId, 'phases', input] as const,
    queryFn: async ({ queryKey: [, , , parameters], signal }) => {
      const entered = new Map<ComputePhase, number>()
      for await (const event of watchComputeEvents(client, { ...parameters, signal })) {
        if (event.type !== 'job' || event.job.ended || !event.timestamp) continue
        if (!entered.has(event.job.phase)) entered.set(event.job.phase, event.timestamp.getTime())
      }
      return [...entered].map(([phase, at]) => ({ phase, at }))
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}
