'use client'
import { useQuery } from '@tanstack/react-query'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { getComputeService } from '@/lib/asset/getComputeService'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { environmentsQueryOptions } from '@/lib/queries/environmentsQueryOptions'
import { tokenQueryOptions } from '@/lib/queries/tokenQueryOptions'

/** What machines a dataset can be computed on cost, in a word or two. Only Providers of the configuration are asked. */
export function useMachines(asset: Asset): string | undefined {
  const { asset: words, common } = useMessages()
  const { providerUrl, otherProviderUrls } = useNetwork()
  const client = useOceanClient()
  const url = getComputeService(asset)?.serviceEndpoint.replace(/\/+$/, '')
  const known = url !== undefined && [providerUrl, ...otherProviderUrls].includes(url)
  const { data } = useQuery({
    ...environmentsQueryOptions(client, url ?? ''),
    enabled: known,
    refetchInterval: false,
    staleTime: 60_000,
  })
  const paid = data?.filter(({ free }) => !free).sort((a, b) => a.pricePerMinute - b.pricePerMinute)[0]
  const token = useQuery({
    ...tokenQueryOptions(client, paid?.feeToken ?? '0x'),
    enabled: paid?.feeToken !== undefined,
  })
  if (url === undefined) return undefined
  if (data === undefined) return common.unknown
  if (data.some(({ free }) => free)) return words.card.machinesFree(data.length)
  if (paid === undefined) return words.card.machinesNone
  return words.card.machinesFrom(common.number(paid.pricePerMinute), token.data?.symbol ?? words.price.unknownToken)
}
