'use client'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/Disclosure'
import { Section } from '@/components/ui/Section'
import { sameAddress } from '@/lib/asset/sameAddress'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { EditAccess } from './EditAccess'
import { EditMetadata } from './EditMetadata'
import { EditPrice } from './EditPrice'
import { EditServices } from './EditServices'
import { EditState } from './EditState'

/** What only the owner may change. */
export function OwnerPanel({ asset }: { asset: Asset }) {
  const { edit: words } = useMessages().asset
  const datatokens = [...new Set(asset.services.map(({ datatokenAddress }) => datatokenAddress))]
  const dataset = asset.metadata.type === 'dataset'
  return (
    <Section title={words.title} lead={words.lead}>
      <Part label={words.metadata} hint={words.metadataHint}>
        <EditMetadata asset={asset} />
      </Part>
      <Part label={dataset ? words.compute : words.services} hint={dataset ? words.computeHint : words.servicesHint}>
        <EditServices asset={asset} />
      </Part>
      <Part label={words.access} hint={words.accessHint}>
        <EditAccess asset={asset} />
      </Part>
      {datatokens.map((datatoken) => (
        <Part
          key={datatoken}
          label={words.pricing.title}
          hint={datatokens.length > 1 ? words.pricing.of(nameToken(asset, datatoken)) : words.pricing.hint}
        >
          <EditPrice datatoken={datatoken} />
        </Part>
      ))}
      <Part label={words.state} hint={words.stateHint}>
        <EditState did={asset.id} dataNft={asset.nftAddress} present={asset.nft.state} />
      </Part>
    </Section>
  )
}

function Part({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <Disclosure label={label} hint={hint}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would disable what is in it with its own buttons */}
      <div role="group" aria-label={label}>
        {children}
      </div>
    </Disclosure>
  )
}

const nameToken = (asset: Asset, datatoken: string) =>
  asset.datatokens.find(({ address }) => sameAddress(address, datatoken))?.name ?? datatoken
