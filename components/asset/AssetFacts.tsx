'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useAccount } from 'wagmi'
import { getOrderedService } from '@/components/acquire/TokenCard'
import { Badge } from '@/components/ui/Badge'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { useOceanClient } from '@/hooks/useOceanClient'
import { formatPrice } from '@/lib/asset/formatPrice'
import { parseIndexDate } from '@/lib/asset/parseIndexDate'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { accessQueryOptions } from '@/lib/queries/accessQueryOptions'
import { routes } from '@/lib/routes'
import classes from './AssetPage.module.css'

/** Who, what, and what it costs. */
export function AssetFacts({ asset, owner }: { asset: Asset; owner: string }) {
  const { asset: all, acquire, common } = useMessages()
  const words = all.page
  const client = useOceanClient()
  const { address } = useAccount()
  const { metadata } = asset
  const service = getOrderedService(asset) ?? asset.services[0]
  const access = useQuery({
    ...accessQueryOptions(client, { datatoken: service?.datatokenAddress ?? '0x', account: address ?? '0x' }),
    enabled: service !== undefined && address !== undefined,
  })
  const choice = metadata.type === 'dataset' ? { dataset: asset.id } : { algorithm: asset.id }
  return (
    <Section title={words.facts}>
      <KeyValueList
        items={[
          {
            label: words.price,
            value: (
              <span className={classes.inline}>
                {formatPrice(asset, { words: all.price, number: common.number }) ?? common.unknown}
                <LinkButton size="xs" variant="light" href={routes.acquire(choice)}>
                  {access.data?.isMinter ? words.mint : words.acquire}
                </LinkButton>
              </span>
            ),
          },
          ...(access.data
            ? [{ label: words.yourTokens, value: acquire.tokens(common.tokens(access.data.balance)) }]
            : []),
          { label: words.author, value: metadata.author },
          { label: words.license, value: metadata.license },
          {
            label: words.owner,
            value: (
              <span className={classes.inline}>
                <CopyableText value={owner} label={words.owner} />
                <Link href={routes.assets({ owner })}>{words.moreOfOwner}</Link>
              </span>
            ),
          },
          { label: words.dataNft, value: <CopyableText value={asset.nftAddress} label={words.dataNft} /> },
          ...(service
            ? [
                {
                  label: words.datatoken,
                  value: <CopyableText value={service.datatokenAddress} label={words.datatoken} />,
                },
              ]
            : []),
          ...(metadata.tags && metadata.tags.length > 0
            ? [
                {
                  label: words.tags,
                  value: (
                    <span className={classes.inline}>
                      {metadata.tags.map((tag) => (
                        <Link key={tag} href={routes.assets({ q: tag })}>
                          <Badge>{tag}</Badge>
                        </Link>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
          ...(metadata.links && metadata.links.length > 0
            ? [
                {
                  label: words.links,
                  value: (
                    <span className={classes.lines}>
                      {metadata.links.filter(isWebAddress).map((link) => (
                        <a key={link} href={link} target="_blank" rel="noopener noreferrer nofollow ugc">
                          {link}
                        </a>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function isWebAddress(link: string): boolean {
  return URL.canParse(link) && ['http:', 'https:'].includes(new URL(link).protocol)
}

/** What has happened to an asset, as the index tells it. */
export function AssetHistory({ asset }: { asset: Asset }) {
  const { asset: all, common } = useMessages()
  const words = all.page
  const published = parseIndexDate(asset.nft.created)
  const updated = parseIndexDate(asset.event.datetime)
  const { orders } = asset.stats
  return (
    <Section title={words.history}>
      <KeyValueList
        items={[
          { label: words.published, value: published ? <TimeAgo date={published} /> : common.unknown },
          { label: words.updated, value: updated ? <TimeAgo date={updated} /> : common.unknown },
          {
            label: words.updateTransaction,
            value: <CopyableText value={asset.event.tx} label={words.updateTransaction} />,
          },
          {
            label: words.orders,
            value: orders === undefined || orders < 0 ? words.ordersUncounted : common.number(orders),
          },
        ]}
      />
    </Section>
  )
}
