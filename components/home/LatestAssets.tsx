'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { FlowError } from '@/components/flow/FlowError'
import { Badge } from '@/components/ui/Badge'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { latestAssetsQueryOptions } from '@/lib/queries/latestAssetsQueryOptions'
import { routes } from '@/lib/routes'
import classes from './LatestList.module.css'

/** The assets published last. */
export function LatestAssets() {
  const { home } = useMessages()
  const words = home.latest
  const latest = useQuery(latestAssetsQueryOptions(useOceanClient(), { size: 6 }))
  return (
    <Section title={words.title} actions={<Link href={routes.assets()}>{words.all}</Link>}>
      {latest.isError ? (
        <FlowError error={latest.error} money={false} />
      ) : latest.isPending ? (
        <WaitingNotice what={words.loading} />
      ) : latest.data.assets.length === 0 ? (
        <EmptyState
          icon="data"
          title={words.empty}
          action={<LinkButton href={`${routes.publish()}?example=branin` as never}>{words.emptyAction}</LinkButton>}
        >
          {words.emptyBody}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {latest.data.assets.map((asset) => (
            <li key={asset.id} className={classes.item}>
              <Link href={routes.asset(asset.id)} className={classes.name}>
                {asset.metadata.name}
              </Link>
              <span className={classes.meta}>
                <Badge tone={asset.metadata.type === 'algorithm' ? 'info' : 'accent'}>
                  {asset.metadata.type === 'algorithm' ? words.algorithm : words.dataset}
                </Badge>
                {asset.nft.created ? <TimeAgo date={parseDate(asset.nft.created)} /> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The index writes times without a zone and means UTC. */
function parseDate(text: string): Date {
  return new Date(/([zZ]|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
}
