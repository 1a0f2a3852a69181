'use client'
import { useEffect, useState } from 'react'
import { CopyButton } from '@/components/ui/CopyButton'
import { formatLaunchLink } from '@/lib/compute/formatLaunchLink'
import type { ParameterValues } from '@/lib/compute/startedJobs'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeDraft } from '@/lib/ocean'

/** Copies an address that opens the compute page with everything chosen as it is here, secrets left out. */
export function LaunchLinkButton({ draft }: { draft: ComputeDraft }) {
  const { edit: words } = useMessages().compute
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  const [data] = draft.datasets
  const { algorithm, environmentId, duration } = draft
  const address = formatLaunchLink({
    ...{ dataset: data?.did, algorithm: algorithm.did, environment: environmentId, duration },
    userdata: data?.userdata as ParameterValues | undefined,
    algocustomdata: algorithm.meta ? undefined : (algorithm.algocustomdata as ParameterValues | undefined),
  })
  return (
    <div>
      <CopyButton value={`${origin}${address}`} label={words.linkLabel}>
        {words.link}
      </CopyButton>
    </div>
  )
}
