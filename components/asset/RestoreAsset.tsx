'use client'
import { useQuery } from '@tanstack/react-query'
import { useAccount } from 'wagmi'
import { Section } from '@/components/ui/Section'
import { useOceanClient } from '@/hooks/useOceanClient'
import { sameAddress } from '@/lib/asset/sameAddress'
import { useMessages } from '@/lib/messages/useMessages'
import type { AssetState, AssetUnavailableError } from '@/lib/ocean'
import { ownerQueryOptions } from '@/lib/queries/ownerQueryOptions'
import { EditState } from './EditState'

/** Lets the owner of a withdrawn asset give it another state, though the index no longer describes it. */
export function RestoreAsset({ error }: { error: AssetUnavailableError }) {
  const { page: words } = useMessages().asset
  const client = useOceanClient()
  const { address } = useAccount()
  const { did, dataNft, state } = error
  const { data: owner } = useQuery({
    ...ownerQueryOptions(client, dataNft ?? '0x'),
    enabled: dataNft !== undefined && address !== undefined,
  })
  if (!did || !dataNft || !sameAddress(owner, address)) return null
  return (
    <Section title={words.restore} lead={words.restoreLead}>
      <EditState did={did} dataNft={dataNft} present={state as AssetState} />
    </Section>
  )
}
