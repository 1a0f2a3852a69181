'use client'
import { useQuery } from '@tanstack/react-query'
import { useAccount } from 'wagmi'
import { useOceanClient } from '@/hooks/useOceanClient'
import { sameAddress } from '@/lib/asset/sameAddress'
import type { Asset } from '@/lib/ocean'
import { ownerQueryOptions } from '@/lib/queries/ownerQueryOptions'

/** Whose an asset is: by the chain as soon as it has answered, by the index until then. */
export function useIsOwner(asset: Asset | undefined): { owner: string | undefined; isOwner: boolean } {
  const client = useOceanClient()
  const { address } = useAccount()
  const query = useQuery({
    ...ownerQueryOptions(client, asset?.nftAddress ?? '0x'),
    enabled: asset !== undefined,
  })
  const owner = query.data ?? asset?.nft.owner
  return { owner, isOwner: sameAddress(owner, address) }
}
