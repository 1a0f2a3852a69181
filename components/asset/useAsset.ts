'use client'
import { useQuery } from '@tanstack/react-query'
import { useOceanClient } from '@/hooks/useOceanClient'
import { AssetNotFoundError } from '@/lib/ocean'
import { assetQueryOptions } from '@/lib/queries/assetQueryOptions'

/** One asset of the index; an asset it does not know yet is looked for again every five seconds. */
export function useAsset(did: string | undefined) {
  const client = useOceanClient()
  return useQuery({
    ...assetQueryOptions(client, did ?? ''),
    enabled: did !== undefined,
    refetchInterval: (query) => (query.state.error instanceof AssetNotFoundError ? 5_000 : false),
  })
}
