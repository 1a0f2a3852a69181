'use client'
import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { compareChecksums } from '@/lib/compute/compareChecksums'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { liveChecksumsQueryOptions } from '@/lib/queries/liveChecksumsQueryOptions'
import { routes } from '@/lib/routes'

/** Tells an algorithm's side which datasets hold an older content of it. */
export function DriftNotice({ algorithm, datasets }: { algorithm: Asset; datasets: readonly Asset[] }) {
  const { drift: words } = useMessages().asset
  const client = useOceanClient()
  const live = useQuery(liveChecksumsQueryOptions(client, algorithm.id))
  if (live.data === undefined) return null
  const drifted = datasets.flatMap((dataset) => {
    const stored = findTrust(dataset).algorithms.find(({ did }) => did === algorithm.id)
    const drift = stored && live.data ? compareChecksums(stored, live.data) : undefined
    return drift?.drifted ? [{ dataset, drift }] : []
  })
  if (drifted.length === 0) return null
  return (
    <Notice tone="warn" title={words.title}>
      <p>{words.body}</p>
      <ul style={{ margin: '0.5rem 0 0', paddingInlineStart: '1.25rem' }}>
        {drifted.map(({ dataset, drift }) => (
          <li key={dataset.id}>
            {drift.files === 'changed' && drift.container === 'changed'
              ? words.bothChanged(dataset.metadata.name)
              : drift.files === 'changed'
                ? words.filesChanged(dataset.metadata.name)
                : words.containerChanged(dataset.metadata.name)}{' '}
            <LinkButton size="compact-xs" variant="default" href={routes.allow({ dataset: dataset.id })}>
              {words.repair}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
