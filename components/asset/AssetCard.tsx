'use client'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/LinkButton'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { formatPrice } from '@/lib/asset/formatPrice'
import { formatTrust } from '@/lib/asset/formatTrust'
import { parseIndexDate } from '@/lib/asset/parseIndexDate'
import { toPlainText } from '@/lib/asset/toPlainText'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import classes from './AssetCard.module.css'
import { AssetStateBadge } from './AssetStateBadge'
import { AssetTypeBadge } from './AssetTypeBadge'
import { useMachines } from './useMachines'

/** What matters about an asset to whoever wants to compute, with the way to start. */
export function AssetCard({ asset, algorithm }: { asset: Asset; algorithm?: string | undefined }) {
  const { asset: words, common } = useMessages()
  const { metadata, nft, stats } = asset
  const dataset = metadata.type === 'dataset'
  const published = parseIndexDate(nft.created)
  const updated = parseIndexDate(asset.event.datetime)
  const active = updated && published && updated.getTime() - published.getTime() > 60_000 ? updated : published
  const machines = useMachines(asset)
  const container = metadata.algorithm?.container
  const description = toPlainText(metadata.description)
  const runnable = dataset ? findTrust(asset).kind !== 'none' : true
  return (
    <article className={classes.card}>
      <div className={classes.top}>
        <AssetTypeBadge type={metadata.type} />
        <AssetStateBadge state={nft.state} />
        {active ? (
          <span className={classes.date}>
            {active === published ? null : `${words.card.changed} `}
            <TimeAgo date={active} />
          </span>
        ) : null}
      </div>
      <div>
        <h2 className={classes.name}>
          <Link href={routes.asset(asset.id)}>{metadata.name}</Link>
        </h2>
        <p className={classes.author}>{words.by(metadata.author)}</p>
      </div>
      {description && description !== metadata.name ? <p className={classes.text}>{description}</p> : null}
      <dl className={classes.facts}>
        {dataset ? (
          <>
            <dt>{words.card.whoMayRun}</dt>
            <dd>{formatTrust(asset, words.trust)}</dd>
          </>
        ) : (
          <>
            <dt>{words.card.image}</dt>
            <dd>{container ? `${container.image}:${container.tag}` : common.unknown}</dd>
          </>
        )}
        <dt>{words.card.price}</dt>
        <dd>{formatPrice(asset, { words: words.price, number: common.number }) ?? common.unknown}</dd>
        {machines ? (
          <>
            <dt>{words.card.machines}</dt>
            <dd>{machines}</dd>
          </>
        ) : null}
        {stats.orders !== undefined && stats.orders >= 0 ? (
          <>
            <dt>{words.card.orders}</dt>
            <dd>{common.number(stats.orders)}</dd>
          </>
        ) : null}
      </dl>
      {runnable ? (
        <LinkButton
          className={classes.actions}
          size="xs"
          variant="light"
          href={routes.compute(dataset ? { dataset: asset.id, algorithm } : { algorithm: asset.id })}
        >
          {dataset ? words.card.runHere : words.card.use}
        </LinkButton>
      ) : null}
    </article>
  )
}
