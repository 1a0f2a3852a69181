'use client'
import { Button, Pagination, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import { useAccount } from 'wagmi'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Icon } from '@/components/ui/Icon'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { useOceanClient } from '@/hooks/useOceanClient'
import {
  type CatalogueFilters,
  cataloguePageSize,
  catalogueWindow,
  defaultCatalogueFilters,
} from '@/lib/asset/catalogueFilters'
import { formatCatalogueFilters } from '@/lib/asset/formatCatalogueFilters'
import { parseCatalogueFilters } from '@/lib/asset/parseCatalogueFilters'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { catalogueQueryOptions } from '@/lib/queries/catalogueQueryOptions'
import { routes } from '@/lib/routes'
import { AssetCard } from './AssetCard'
import classes from './Catalogue.module.css'
import { CatalogueTools } from './CatalogueTools'
import { SlowNotice } from './SlowNotice'

const skeletons = ['a', 'b', 'c', 'd', 'e', 'f']

function toRoute(filters: CatalogueFilters): Route {
  const search = formatCatalogueFilters(filters)
  return (search === '' ? '/assets' : `/assets?${search}`) as Route
}

/** Everything published: search, filters, order and pages, all in the address. */
export function Catalogue() {
  const { asset, common, errors } = useMessages()
  const words = asset.catalogue
  const client = useOceanClient()
  const router = useRouter()
  const search = useSearchParams()
  const { address } = useAccount()
  const filters = parseCatalogueFilters(search)
  const needsWallet = filters.mine && address === undefined
  const query = useQuery({
    ...catalogueQueryOptions(client, { filters, account: filters.mine ? address : undefined }),
    enabled: !needsWallet,
  })
  const key = search.toString()
  const change = useCallback(
    (next: Partial<CatalogueFilters>) => {
      const present = parseCatalogueFilters(new URLSearchParams(key))
      const toText = next.text !== undefined && next.text.trim() !== '' && present.text.trim() === ''
      const noText = next.text !== undefined && next.text.trim() === ''
      const sort = toText ? 'relevance' : noText && present.sort === 'relevance' ? 'newest' : present.sort
      const route = toRoute({ ...present, sort, page: 1, ...next })
      // Each choice is a step back for the browser; each letter typed is not.
      if (next.text === undefined) router.push(route, { scroll: false })
      else router.replace(route, { scroll: false })
    },
    [router, key],
  )
  // Where nothing of a kind is published yet, publishing helps and clearing filters does not.
  const { sort, type } = defaultCatalogueFilters
  const unfiltered = formatCatalogueFilters({ ...filters, page: 1, sort, type }) === ''
  // While it is asked again and again, an answer that did not come stays said.
  const failed = query.errorUpdateCount > 0 && (query.data === undefined || query.isPlaceholderData)
  const data = failed ? undefined : query.data
  const total = data?.total
  const reason = query.error ?? query.failureReason
  const pages = Math.ceil(Math.min(total ?? 0, catalogueWindow) / cataloguePageSize)
  return (
    <Page width="wide">
      <PageHeader title={words.title} lead={words.lead} />
      <CatalogueTools filters={filters} runsWithName={query.data?.runsWith?.metadata.name} onChange={change} />
      {filters.owner === '' || filters.mine ? null : (
        <div className={classes.chips}>
          <button type="button" className={classes.chip} title={words.clearOwner} onClick={() => change({ owner: '' })}>
            {words.ownerChip(`${filters.owner.slice(0, 6)}…${filters.owner.slice(-4)}`)}
            <Icon name="cross" size={14} />
            <span className="oc-hidden">{words.clearOwner}</span>
          </button>
        </div>
      )}
      <div className={classes.status}>
        <p role="status">
          {needsWallet
            ? words.mineNeedsWallet
            : total !== undefined
              ? words.count(total)
              : failed
                ? ''
                : words.counting}
        </p>
        {data && data.unreadable > 0 ? <p>{words.unreadable(data.unreadable)}</p> : null}
      </div>
      {needsWallet ? <NeedWallet /> : null}
      {failed ? (
        <ErrorNotice
          tone="warn"
          title={words.unreachable}
          detail={words.unreachableBody(new URL(client.network.aquariusUrl).host)}
          raw={reason ? describeError(reason, errors).raw : undefined}
          actions={
            <Button loading={query.isFetching} onClick={() => void query.refetch()}>
              {common.retry}
            </Button>
          }
        />
      ) : null}
      {query.isRefetchError && data ? <Notice tone="warn" title={words.staleAnswer} /> : null}
      {query.isFetching && !failed && (query.isPending || query.isPlaceholderData) ? (
        <SlowNotice key={key} what={words.slow} />
      ) : null}
      {query.isPending && !needsWallet && !failed ? (
        <ul className={classes.grid} aria-label={words.loading} aria-busy="true">
          {skeletons.map((id) => (
            <li key={id}>
              <Skeleton height={232} radius="lg" />
            </li>
          ))}
        </ul>
      ) : null}
      {data && total === 0 ? (
        unfiltered ? (
          <EmptyState
            icon="data"
            title={filters.type === 'any' ? words.empty : words.emptyOf[filters.type]}
            action={<LinkButton href={`${routes.publish()}?example=branin` as Route}>{words.emptyAction}</LinkButton>}
          >
            {words.emptyBody}
          </EmptyState>
        ) : (
          <EmptyState
            icon="search"
            title={words.nothing}
            action={
              <LinkButton variant="default" href={routes.assets()}>
                {words.reset}
              </LinkButton>
            }
          >
            {words.nothingBody}
          </EmptyState>
        )
      ) : null}
      {data && data.assets.length > 0 ? (
        <ul className={classes.grid} data-stale={query.isPlaceholderData || undefined}>
          {data.assets.map((entry) => (
            <li key={entry.id}>
              <AssetCard asset={entry} algorithm={filters.runsWith || undefined} />
            </li>
          ))}
        </ul>
      ) : null}
      {pages > 1 ? (
        <nav className={classes.pages} aria-label={words.pages}>
          <Pagination
            total={pages}
            value={Math.min(filters.page, pages)}
            siblings={1}
            onChange={(page) => router.push(toRoute({ ...filters, page }))}
            getItemProps={(page) => ({ 'aria-label': words.page(page, pages) })}
            getControlProps={(control) => ({
              'aria-label': control === 'previous' ? common.back : common.next,
            })}
          />
          {(total ?? 0) > catalogueWindow ? <p className={classes.status}>{words.windowEnds}</p> : null}
        </nav>
      ) : null}
    </Page>
  )
}
