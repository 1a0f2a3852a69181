'use client'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { FlowError } from '@/components/flow/FlowError'
import { type Column, DataTable } from '@/components/ui/DataTable'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { defaultCatalogueFilters } from '@/lib/asset/catalogueFilters'
import { formatPrice } from '@/lib/asset/formatPrice'
import { formatTrust } from '@/lib/asset/formatTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { catalogueQueryOptions } from '@/lib/queries/catalogueQueryOptions'
import { routes } from '@/lib/routes'
import classes from './AssetPage.module.css'
import { DriftNotice } from './DriftNotice'

/** The mirror image of an allow-list: where an algorithm may run. */
export function RunsPanel({ algorithm }: { algorithm: Asset }) {
  const { asset: all, common } = useMessages()
  const words = all.page
  const client = useOceanClient()
  const query = useQuery(
    catalogueQueryOptions(client, { filters: { ...defaultCatalogueFilters, runsWith: algorithm.id } }),
  )
  const columns: Column<Asset>[] = [
    {
      id: 'name',
      header: all.types.dataset,
      primary: true,
      cell: ({ id, metadata }) => <Link href={routes.asset(id)}>{metadata.name}</Link>,
    },
    { id: 'trust', header: all.card.whoMayRun, cell: (dataset) => formatTrust(dataset, all.trust) },
    {
      id: 'price',
      header: words.price,
      cell: (dataset) => formatPrice(dataset, { words: all.price, number: common.number }) ?? common.unknown,
    },
    {
      id: 'run',
      header: words.runOn,
      align: 'end',
      cell: ({ id }) => (
        <LinkButton size="xs" variant="light" href={routes.compute({ dataset: id, algorithm: algorithm.id })}>
          {words.runOn}
        </LinkButton>
      ),
    },
  ]
  return (
    <Section
      title={words.runs}
      lead={words.runsLead}
      actions={
        query.data && query.data.total > query.data.assets.length ? (
          <LinkButton size="sm" variant="default" href={routes.assets({ runsWith: algorithm.id })}>
            {words.runsAll}
          </LinkButton>
        ) : undefined
      }
    >
      {query.data ? (
        query.data.assets.length === 0 ? (
          <p className={classes.text}>
            {words.runsNone} {words.runsHint}
          </p>
        ) : (
          <>
            <DriftNotice algorithm={algorithm} datasets={query.data.assets} />
            <DataTable caption={words.runs} columns={columns} rows={query.data.assets} rowKey={({ id }) => id} />
          </>
        )
      ) : query.isError ? (
        <FlowError
          error={query.error}
          money={false}
          actions={
            <Button size="sm" onClick={() => void query.refetch()}>
              {common.retry}
            </Button>
          }
        />
      ) : (
        <WaitingNotice what={all.catalogue.loading} />
      )}
    </Section>
  )
}
