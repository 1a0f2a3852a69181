'use client'
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useAccount } from 'wagmi'
import { AssetPicker } from '@/components/asset/AssetPicker'
import { AssetState } from '@/components/asset/AssetState'
import { useAsset } from '@/components/asset/useAsset'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useOceanClient } from '@/hooks/useOceanClient'
import { orderCost } from '@/lib/compute/assessPayment'
import { useMessages } from '@/lib/messages/useMessages'
import { accessQueryOptions } from '@/lib/queries/accessQueryOptions'
import { type FlowChoice, parseFlowChoice, routes } from '@/lib/routes'
import { type Mintable, MintPanel } from './MintPanel'
import { getOrderedService, TokenCard } from './TokenCard'
import classes from './TokenCard.module.css'

/** Step 4: access tokens for the dataset and the algorithm. */
export function AcquirePage() {
  const { acquire: words } = useMessages()
  const { address } = useAccount()
  const client = useOceanClient()
  const choice = parseFlowChoice(useSearchParams())
  const dataset = useAsset(choice.dataset)
  const algorithm = useAsset(choice.algorithm)
  const assets = [dataset.data, algorithm.data].filter((asset) => asset !== undefined)
  const ordered = assets.flatMap((asset): Mintable[] => {
    const service = getOrderedService(asset)
    return service ? [{ asset, datatoken: service.datatokenAddress }] : []
  })
  const access = useQueries({
    queries: ordered.map(({ datatoken }) => ({
      ...accessQueryOptions(client, { datatoken, account: address ?? '0x' }),
      enabled: address !== undefined,
    })),
  })
  const mintables = ordered.filter((_, index) => access[index]?.data?.isMinter)
  const ready = ordered.length === 2 && access.every(({ data }) => data !== undefined && data.balance >= orderCost)
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} />
      {address === undefined ? <NeedWallet prefer="Bob" /> : null}
      {ready ? (
        <Notice
          tone="ok"
          title={words.ready}
          actions={<LinkButton href={routes.compute(choice)}>{words.next}</LinkButton>}
        >
          {words.readyBody}
        </Notice>
      ) : null}
      <div className={classes.grid}>
        <Side type="dataset" choice={choice} query={dataset} />
        <Side type="algorithm" choice={choice} query={algorithm} />
      </div>
      {mintables.length > 0 ? <MintPanel key={address} mintables={mintables} /> : null}
      {!ready && choice.dataset && choice.algorithm ? (
        <div>
          <LinkButton variant="default" href={routes.compute(choice)}>
            {words.skip}
          </LinkButton>
        </div>
      ) : null}
    </Page>
  )
}

function Side({
  type,
  choice,
  query,
}: {
  type: 'dataset' | 'algorithm'
  choice: FlowChoice
  query: ReturnType<typeof useAsset>
}) {
  const { acquire: words, compute } = useMessages()
  const router = useRouter()
  const [changing, setChanging] = useState(false)
  if (choice[type] !== undefined && !changing)
    return query.data ? (
      <TokenCard
        asset={query.data}
        actions={
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        }
      />
    ) : (
      <Section>
        <AssetState query={query} />
      </Section>
    )
  return (
    <Section title={type === 'dataset' ? words.chooseDataset : words.chooseAlgorithm}>
      <AssetPicker
        type={type}
        computable={type === 'dataset'}
        selected={choice[type] ? [choice[type]] : []}
        onToggle={({ id }) => {
          setChanging(false)
          router.push(routes.acquire({ ...choice, [type]: id }))
        }}
        empty={
          <EmptyState
            icon={type === 'dataset' ? 'data' : 'code'}
            title={compute.picker.nothing}
            action={<LinkButton href={routes.publish(choice)}>{compute.picker.publish}</LinkButton>}
          />
        }
      />
    </Section>
  )
}
