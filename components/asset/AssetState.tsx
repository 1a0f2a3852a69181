'use client'
import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, AssetNotFoundError, AssetUnavailableError, HttpError } from '@/lib/ocean'
import { RestoreAsset } from './RestoreAsset'

/** Why an asset cannot be shown: still asked for, not known, withdrawn, or the index does not answer. */
export function AssetState({ query }: { query: UseQueryResult<Asset> }) {
  const { asset, common, errors } = useMessages()
  const client = useOceanClient()
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
  // While it is asked again and again, an answer that did not come stays said.
  const reason = query.error ?? query.failureReason
  if (reason instanceof HttpError || (query.errorUpdateCount > 0 && reason === null))
    return (
      <ErrorNotice
        tone="warn"
        title={asset.catalogue.unreachable}
        detail={asset.catalogue.unreachableBody(new URL(client.network.aquariusUrl).host)}
        raw={reason ? describeError(reason, errors).raw : undefined}
        actions={
          <Button size="sm" loading={query.isFetching} onClick={() => void query.refetch()}>
            {common.retry}
          </Button>
        }
      />
    )
  if (query.isError) return <FlowError error={query.error} money={false} />
  return <WaitingNotice what={words.loading} />
}
