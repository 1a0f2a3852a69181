'use client'
import { useQueries } from '@tanstack/react-query'
import { useOceanClient } from '@/hooks/useOceanClient'
import { type ChecksumDrift, compareChecksums } from '@/lib/compute/compareChecksums'
import { findTrust } from '@/lib/compute/findTrust'
import type { Asset } from '@/lib/ocean'
import { liveChecksumsQueryOptions } from '@/lib/queries/liveChecksumsQueryOptions'

export type DriftRow = {
  did: string
  /** `undefined` while it is looked up, or when it could not be. */
  drift: ChecksumDrift | undefined
  pending: boolean
}

/** What has become of each algorithm since a dataset's owner allowed it. */
export function useDrift(dataset: Pick<Asset, 'services'>): DriftRow[] {
  const client = useOceanClient()
  const { algorithms } = findTrust(dataset)
  const live = useQueries({ queries: algorithms.map(({ did }) => liveChecksumsQueryOptions(client, did)) })
  return algorithms.map((entry, index) => {
    const now = live[index]
    return {
      did: entry.did,
      drift: now?.data ? compareChecksums(entry, now.data) : undefined,
      pending: now?.isPending ?? false,
    }
  })
}
