'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { JobInPlace } from '@/components/compute/JobInPlace'
import { LaunchCheck } from '@/components/compute/LaunchCheck'
import { LaunchOptions } from '@/components/compute/LaunchOptions'
import { LaunchSide } from '@/components/compute/LaunchSide'
import { LaunchStart } from '@/components/compute/LaunchStart'
import { useLaunch } from '@/components/compute/useLaunch'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { findTrust } from '@/lib/compute/findTrust'
import { parseLaunchLink } from '@/lib/compute/parseLaunchLink'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, StartComputeReturnType } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import classes from './AssetPage.module.css'
import { useAsset } from './useAsset'

/** A job launched from an asset's own page, and followed there. */
export function LaunchPanel({ asset }: { asset: Asset }) {
  const { asset: all, compute } = useMessages()
  const words = all.launch
  const router = useRouter()
  const dataset = asset.metadata.type === 'dataset'
  const link = parseLaunchLink(useSearchParams())
  const otherDid = dataset ? link.algorithm : link.dataset
  const setOther = (did: string) =>
    router.replace(routes.asset(asset.id, dataset ? { algorithm: did } : { dataset: did }), { scroll: false })
  const [jobs, setJobs] = useState<readonly StartComputeReturnType[]>([])
  const other = useAsset(otherDid)
  const launch = useLaunch(dataset ? asset : other.data, dataset ? other.data : asset)
  const title = dataset ? words.title : words.algorithmTitle
  if (dataset && findTrust(asset).kind === 'none')
    return (
      <Section title={title} id="run">
        <Notice title={words.notComputable}>{words.notComputableBody}</Notice>
      </Section>
    )
  return (
    <>
      <Section title={title} lead={dataset ? words.lead : words.algorithmLead} id="run">
        <LaunchSide
          type={dataset ? 'algorithm' : 'dataset'}
          did={otherDid}
          query={other}
          other={asset}
          onChoose={setOther}
        />
        {other.data ? (
          <>
            <LaunchOptions launch={launch} />
            <div>
              <h3 className={classes.subtitle}>{compute.checks.title}</h3>
              <LaunchCheck launch={launch} />
            </div>
            <LaunchStart launch={launch} onStarted={(job) => setJobs([job, ...jobs])} />
          </>
        ) : null}
      </Section>
      {jobs.map(({ jobId, owner, providerUrl }) => (
        <JobInPlace key={jobId} jobId={jobId} owner={owner} providerUrl={providerUrl} />
      ))}
    </>
  )
}
