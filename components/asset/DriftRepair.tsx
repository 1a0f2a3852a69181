'use client'
import { useQuery } from '@tanstack/react-query'
import { useDrift } from '@/components/allow/useDrift'
import { Notice } from '@/components/ui/Notice'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildAllowCode } from '@/lib/code/buildAllowCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, allowAlgorithm, planAllowAlgorithm, type Service } from '@/lib/ocean'
import { assetsByIdQueryOptions } from '@/lib/queries/assetsByIdQueryOptions'
import { SaveChanges } from './SaveChanges'

/** Tells a dataset's owner which allowed algorithms have changed, and pins them anew with one press. */
export function DriftRepair({ dataset, service }: { dataset: Asset; service: Service }) {
  const { asset, allow } = useMessages()
  const words = asset.drift
  const client = useOceanClient()
  const network = useNetwork()
  const drifted = useDrift({ services: [service] })
    .filter(({ drift }) => drift?.drifted)
    .map(({ did }) => did)
  const names = useQuery(assetsByIdQueryOptions(client, drifted))
  const draft = { did: dataset.id, serviceId: service.id, add: drifted.map((did) => ({ did })) }
  if (drifted.length === 0) return null
  return (
    <SaveChanges
      name="allowAlgorithm"
      input={draft}
      start={(present, options) => allowAlgorithm(present, { draft, ...options })}
      plan={(present) => planAllowAlgorithm(present, { draft })}
      action={allow.list.repairAll(drifted.length)}
      changed
      good
      restored={false}
      code={buildAllowCode({ network, dataset, draft })}
    >
      <Notice tone="warn" title={words.ownerTitle(drifted.length)}>
        <p style={{ margin: 0 }}>
          {drifted.map((did) => names.data?.[did]?.metadata.name ?? allow.list.nameUnknown).join(', ')}
        </p>
        <p style={{ margin: '0.25rem 0 0' }}>{words.ownerBody}</p>
      </Notice>
    </SaveChanges>
  )
}
