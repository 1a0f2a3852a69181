'use client'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { pricingQueryOptions } from '@/lib/queries/pricingQueryOptions'
import { PriceForm } from './PriceForm'

/** How people get an access token: what holds now, and what may be changed about it. */
export function EditPrice({ datatoken }: { datatoken: Asset['nftAddress'] }) {
  const { asset, common } = useMessages()
  const client = useOceanClient()
  const { data, error, refetch } = useQuery(pricingQueryOptions(client, datatoken))
  if (data) return <PriceForm datatoken={datatoken} pricing={data} />
  if (error)
    return (
      <FlowError error={error} money={false} actions={<Button onClick={() => void refetch()}>{common.retry}</Button>} />
    )
  return <WaitingNotice what={asset.edit.pricing.loading} />
}
