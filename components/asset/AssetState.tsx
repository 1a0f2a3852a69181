'use client'
import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { EmptyState } from '@/components/ui/EmptyState'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, AssetNotFoundError, AssetUnavailableError } from '@/lib/ocean'
import { RestoreAsset } from './RestoreAsset'

/** Why an asset cannot be shown: still asked for, not known, withdrawn, or the index does not answer. */
export function AssetState({ query }: { query: UseQueryResult<Asset> }) {
  const { asset, common } = useMessages()
  const words = asset.page
  if (query.data !== undefined && !(query.error instanceof AssetUnavailableError)) return null
  if (query.error instanceof AssetNotFoundError)
    return (
      <EmptyState
        icon="search"
        title={words.notFound}
        action={
          <Button size="sm" variant="default" onClick={() => void query.refetch()}>
            {words.lookAgain}
          </Button>
        }
      >
        {words.notFoundBody}
      </EmptyState>
    )
  if (query.error instanceof AssetUnavailableError)
    return (
      <>
        <Notice tone="warn" title={words.withdrawn}>
          {words.withdrawnBody(asset.states[query.error.state]?.name ?? common.unknown)}
        </Notice>
        <RestoreAsset error={query.error} />
      </>
    )
  if (query.isError)
    return (
      <FlowError
        error={query.error}
        money={false}
        actions={
          <Button size="sm" onClick={() => void query.refetch()}>
            {common.retry}
          </Button>
        }
      />
    )
  return <WaitingNotice what={words.loading} />
}
