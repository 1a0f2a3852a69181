'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { getAddress } from 'viem'
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
import { parseEarlierJob, routes } from '@/lib/routes'
import classes from './AssetPage.module.css'
import { useAsset } from './useAsset'

/** A job launched from an asset's own page, and followed there. */
export function LaunchPanel({ asset }: { asset: Asset }) {
  const { asset: all, compute } = useMessages()
  const words = all.launch
  const router = useRouter()
  const dataset = asset.metadata.type === 'dataset'
  const search = useSearchParams()
  const link = parseLaunchLink(search)
  const otherDid = dataset ? link.algorithm : link.dataset
  const go = (did: string | undefined, job: Record<string, string> = {}) =>
    router.replace(routes.asset(asset.id, { [dataset ? 'algorithm' : 'dataset']: did, ...job }), { scroll: false })
  const [jobs, setJobs] = useState<readonly StartComputeReturnType[]>([])
  const other = useAsset(otherDid)
  const launch = useLaunch(dataset ? asset : other.data, dataset ? other.data : asset)
  // The job started last is in the address, so that it is still here after a reload.
  const named = parseEarlierJob({ get: (name) => search.get(name === 'like' ? 'job' : name) })
  const { providerUrl: url } = launch
  const isNew = named !== undefined && !jobs.some(({ jobId }) => jobId === named.like)
  const earlier = isNew && url ? [{ jobId: named.like, owner: getAddress(named.owner), providerUrl: url }] : []
  const followed = [...jobs, ...earlier]
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
          onChoose={(did) => go(did)}
        />
        {other.data ? (
          <>
            <LaunchOptions launch={launch} />
            <div>
              <h3 className={classes.subtitle}>{compute.checks.title}</h3>
              <LaunchCheck launch={launch} />
            </div>
            <LaunchStart
              launch={launch}
              onStarted={(job) => {
                setJobs([job, ...jobs])
                go(otherDid, { job: job.jobId, owner: job.owner })
              }}
            />
          </>
        ) : null}
      </Section>
      {followed.map(({ jobId, owner, providerUrl }) => (
        <JobInPlace key={jobId} jobId={jobId} owner={owner} providerUrl={providerUrl} />
      ))}
    </>
  )
}
