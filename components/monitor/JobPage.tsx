'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { isAddress, isAddressEqual } from 'viem'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { EndNotices } from './EndNotices'
import { JobView } from './JobView'
import { ProviderNotices } from './ProviderNotices'
import { useJobs } from './useJobs'
import { useViewer } from './useViewer'

/** One job at its own address: found by its owner, who is in the address or connected. */
export function JobPage({ jobId }: { jobId: string }) {
  const t = useMessages().monitor
  const { address, known } = useViewer()
  const named = useSearchParams().get('owner')
  const owner = named && isAddress(named, { strict: false }) ? named : address
  const { jobs, providers, asking } = useJobs({ owner, jobId })
  const monitored = jobs.find(({ job }) => job.jobId === jobId)
  const mine = monitored !== undefined && address !== undefined && isAddressEqual(monitored.job.owner, address)
  return (
    <Page width="wide">
      {monitored ? null : (
        <PageHeader
          eyebrow={<Link href={routes.monitor()}>{t.job.back}</Link>}
          title={t.job.eyebrow}
          lead={<span data-wrap>{jobId}</span>}
        />
      )}
      <ProviderNotices providers={providers} />
      {owner || !known ? null : (
        <>
          <Notice tone="info" title={t.job.needAccount} />
          <NeedWallet prefer="Bob" />
        </>
      )}
      {monitored ? (
        <JobView key={jobId} monitored={monitored} mine={mine} notices={<EndNotices jobs={jobs} />} />
      ) : null}
      {!monitored && (owner ? asking : !known) ? <WaitingNotice what={t.job.loading} /> : null}
      {owner && !monitored && !asking ? (
        <EmptyState
          icon="search"
          title={t.job.notFound}
          action={
            <LinkButton href={routes.monitor()} variant="default">
              {t.job.back}
            </LinkButton>
          }
        >
          {t.job.notFoundBody}
        </EmptyState>
      ) : null}
    </Page>
  )
}
