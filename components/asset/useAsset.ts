'use client'
import { useQuery } from '@tanstack/react-query'
import { useOceanClient } from '@/hooks/useOceanClient'
import { AssetUnavailableError } from '@/lib/ocean'
import { assetQueryOptions } from '@/lib/queries/assetQueryOptions'

/** One asset of the index; an asset it does not know yet is looked for again every five seconds, an index that is away too. */
export function useAsset(did: string | undefined) {
  const client = useOceanClient()
  return useQuery({
    ...assetQueryOptions(client, did ?? ''),
    enabled: did !== undefined,
    refetchInterval: (query) => (looksAgain(query.state.error) ? 5_000 : false),
  })
}

/** Withdrawn is an answer; not known yet and no answer at all may change by themselves. */
const looksAgain = (error: Error | null) => error !== null && !(error instanceof AssetUnavailableError)
