'use client'
import { Disclosure } from '@/components/ui/Disclosure'
import { Section } from '@/components/ui/Section'
import { getComputeService } from '@/lib/asset/getComputeService'
import { sameAddress } from '@/lib/asset/sameAddress'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { EditCompute } from './EditCompute'
import { EditMetadata } from './EditMetadata'
import { EditPrice } from './EditPrice'
import { EditState } from './EditState'

/** What only the owner may change. */
export function OwnerPanel({ asset }: { asset: Asset }) {
  const { edit: words } = useMessages().asset
  const datatokens = [...new Set(asset.services.map(({ datatokenAddress }) => datatokenAddress))]
  return (
    <Section title={words.title} lead={words.lead}>
      <Disclosure label={words.metadata}>
        <EditMetadata key={asset.event.tx} asset={asset} />
      </Disclosure>
      {asset.metadata.type === 'dataset' && getComputeService(asset) ? (
        <Disclosure label={words.compute}>
          <EditCompute key={asset.event.tx} asset={asset} />
        </Disclosure>
      ) : null}
      {datatokens.map((datatoken) => (
        <Disclosure
          key={datatoken}
          label={words.pricing.title}
          hint={datatokens.length > 1 ? words.pricing.of(nameToken(asset, datatoken)) : undefined}
        >
          <EditPrice datatoken={datatoken} />
        </Disclosure>
      ))}
      <Disclosure label={words.state}>
        <EditState key={asset.nft.state} did={asset.id} dataNft={asset.nftAddress} present={asset.nft.state} />
      </Disclosure>
    </Section>
  )
}

const nameToken = (asset: Asset, datatoken: string) =>
  asset.datatokens.find(({ address }) => sameAddress(address, datatoken))?.name ?? datatoken
