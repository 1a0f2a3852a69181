'use client'
import { CopyableText } from '@/components/ui/CopyableText'
import { Disclosure } from '@/components/ui/Disclosure'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, AssetUnavailableError } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { AssetDocument } from './AssetDocument'
import { AssetFacts, AssetHistory } from './AssetFacts'
import classes from './AssetPage.module.css'
import { AssetState } from './AssetState'
import { AssetStateBadge } from './AssetStateBadge'
import { AssetTypeBadge } from './AssetTypeBadge'
import { LaunchPanel } from './LaunchPanel'
import { Markdown } from './Markdown'
import { OwnerPanel } from './OwnerPanel'
import { RunsPanel } from './RunsPanel'
import { ServiceList } from './ServiceList'
import { TrustPanel } from './TrustPanel'
import { useAsset } from './useAsset'
import { useIsOwner } from './useIsOwner'

/** Everything about one asset, and a job launched from it. */
export function AssetPage({ did }: { did: string }) {
  const { asset: all } = useMessages()
  const words = all.page
  const good = /^did:op:[0-9a-f]{64}$/.test(did)
  const query = useAsset(good ? did : undefined)
  // Withdrawn since it was fetched: what was fetched then is no longer so.
  const withdrawn = query.error instanceof AssetUnavailableError
  if (good && query.data && !withdrawn) return <Shown asset={query.data} />
  return (
    <Page>
      <PageHeader
        title={good ? words.title : words.badDid}
        lead={good ? <CopyableText value={did} label={words.did} /> : undefined}
      />
      {good ? (
        <AssetState query={query} />
      ) : (
        <EmptyState
          icon="search"
          title={words.badDid}
          action={<LinkButton href={routes.assets()}>{all.catalogue.title}</LinkButton>}
        >
          {words.badDidBody}
        </EmptyState>
      )}
    </Page>
  )
}

function Shown({ asset }: { asset: Asset }) {
  const { asset: all, common } = useMessages()
  const words = all.page
  const { owner, isOwner } = useIsOwner(asset)
  const { metadata, nft, purgatory } = asset
  const dataset = metadata.type === 'dataset'
  const state = all.states[nft.state]
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={
          <span className={classes.inline}>
            <AssetTypeBadge type={metadata.type} />
            <AssetStateBadge state={nft.state} />
          </span>
        }
        title={metadata.name}
        lead={
          <span className={classes.inline}>
            {all.by(metadata.author)}
            <CopyableText value={asset.id} label={words.did} />
          </span>
        }
      />
      {nft.state === 0 ? null : (
        <Notice tone={nft.state === 5 ? 'info' : 'warn'} title={words.notActive(state?.name ?? common.unknown)}>
          {state?.meaning}
        </Notice>
      )}
      {purgatory.state ? (
        <Notice tone="danger" title={words.purgatory}>
          {words.purgatoryBody(purgatory.reason)}
        </Notice>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.column}>
          <div className={classes.first}>
            <Section title={words.description}>
              {metadata.description.trim() === '' ? (
                <p className={classes.text}>{words.noDescription}</p>
              ) : (
                <Markdown text={metadata.description} />
              )}
            </Section>
          </div>
          <AssetFacts asset={asset} owner={owner ?? nft.owner} />
          {dataset ? <TrustPanel dataset={asset} isOwner={isOwner} /> : <RunsPanel algorithm={asset} />}
          <AssetHistory asset={asset} />
        </div>
        <div className={classes.column}>
          <div className={classes.second}>
            <LaunchPanel asset={asset} />
          </div>
          {isOwner ? <OwnerPanel asset={asset} /> : null}
          <ServiceList asset={asset} />
          <Disclosure label={words.document} hint={words.documentLead}>
            <AssetDocument asset={asset} />
          </Disclosure>
        </div>
      </div>
    </Page>
  )
}
