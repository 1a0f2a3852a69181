'use client'
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
  return (
    <Section title={words.title} lead={words.lead}>
      <Disclosure label={words.metadata} hint={words.metadataHint}>
        <EditMetadata asset={asset} />
      </Disclosure>
      <Disclosure
        label={asset.metadata.type === 'dataset' ? words.compute : words.services}
        hint={asset.metadata.type === 'dataset' ? words.computeHint : words.servicesHint}
      >
        <EditServices asset={asset} />
      </Disclosure>
      <Disclosure label={words.access} hint={words.accessHint}>
        <EditAccess asset={asset} />
      </Disclosure>
      {datatokens.map((datatoken) => (
        <Disclosure
          key={datatoken}
          label={words.pricing.title}
          hint={datatokens.length > 1 ? words.pricing.of(nameToken(asset, datatoken)) : words.pricing.hint}
        >
          <EditPrice datatoken={datatoken} />
        </Disclosure>
      ))}
      <Disclosure label={words.state} hint={words.stateHint}>
        <EditState did={asset.id} dataNft={asset.nftAddress} present={asset.nft.state} />
      </Disclosure>
    </Section>
  )
}

const nameToken = (asset: Asset, datatoken: string) =>
  asset.datatokens.find(({ address }) => sameAddress(address, datatoken))?.name ?? datatoken
