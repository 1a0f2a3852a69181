import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

export const faultNames = ['slowIndex', 'indexDown', 'slowProvider', 'providerDown', 'outOfMemory'] as const

const faultsSchema = z.object({
  slowIndex: z.boolean(),
  indexDown: z.boolean(),
  slowProvider: z.boolean(),
  providerDown: z.boolean(),
  outOfMemory: z.boolean(),
})

/** Which faults of the local network are on. */
export type FaultState = z.infer<typeof faultsSchema>

/** What of the local network is made to go wrong at present; some faults go off by themselves. */
export function faultsQueryOptions(faultsUrl: string) {
  return queryOptions({
    queryKey: ['local', 'faults', { faultsUrl }] as const,
    queryFn: ({ signal }) => exchange(faultsUrl, { signal }),
    refetchInterval: ({ state }) => (Object.values(state.data ?? {}).some(Boolean) ? 2_000 : 15_000),
    retry: false,
  })
}

/** Switches faults on and off; tells what is on then. */
export function changeFaults(faultsUrl: string, change: Partial<FaultState>): Promise<FaultState> {
  const headers = { 'content-type': 'application/json' }
  return exchange(faultsUrl, { method: 'PUT', headers, body: JSON.stringify(change) })
}

async function exchange(url: string, init: RequestInit): Promise<FaultState> {
  const response = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit' })
  return faultsSchema.parse(await response.json())
}
