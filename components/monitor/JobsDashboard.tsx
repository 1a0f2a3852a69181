'use client'

import { Button } from '@mantine/core'
import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { EndNotices } from './EndNotices'
import { GroupChips } from './GroupChips'
import { JobsTable } from './JobsTable'
import { type JobGroup, jobGroup, jobGroups } from './model/jobGroup'
import { ProviderNotices } from './ProviderNotices'
import { useJobs } from './useJobs'
import { useViewer } from './useViewer'

/** All jobs of the connected account, live, from the services alone. */
export function JobsDashboard() {
  const t = useMessages().monitor
  const { address, known } = useViewer()
  const { jobs, providers, asking } = useJobs({ owner: address })
  const router = useRouter()
  const pathname = usePathname()
  const parameters = useSearchParams()
  const group = jobGroups.find((candidate) => candidate === parameters.get('state'))

  const choose = (chosen: JobGroup | undefined) => {
    const next = new URLSearchParams(parameters)
    if (chosen) next.set('state', chosen)
    else next.delete('state')
    const query = next.toString()
    router.replace((query === '' ? pathname : `${pathname}?${query}`) as Route, { scroll: false })
  }

  const shown = group ? jobs.filter(({ job }) => jobGroup(job) === group) : jobs
  const allDown = providers.length > 0 && providers.every(({ status }) => status === 'down')
  return (
    <Page width="wide">
      <PageHeader title={t.title} lead={t.lead} actions={address ? <EndNotices jobs={jobs} /> : null} />
      {address ? <ProviderNotices providers={providers} /> : null}
      {known && !address ? <NeedWallet prefer="Bob" /> : null}
      {known ? null : <WaitingNotice what={t.loading} />}
      {address && jobs.length > 0 ? <GroupChips jobs={jobs} chosen={group} onChoose={choose} /> : null}
      {address ? (
        <Section>
          {asking && jobs.length === 0 ? <WaitingNotice what={t.loading} /> : null}
          {shown.length > 0 ? <JobsTable jobs={shown} /> : null}
          {shown.length === 0 && jobs.length > 0 ? (
            <EmptyState
              title={t.empty.filtered}
              action={
                <Button variant="default" onClick={() => choose(undefined)}>
                  {t.empty.showAll}
                </Button>
              }
            >
              {t.empty.filteredBody}
            </EmptyState>
          ) : null}
          {jobs.length === 0 && !asking && allDown ? (
            <EmptyState icon="warning" title={t.empty.unknown}>
              {t.empty.unknownBody}
            </EmptyState>
          ) : null}
          {jobs.length === 0 && !asking && !allDown ? (
            <EmptyState
              icon="play"
              title={t.empty.title}
              action={<LinkButton href={routes.assets()}>{t.empty.action}</LinkButton>}
            >
              {t.empty.body}
            </EmptyState>
          ) : null}
        </Section>
      ) : null}
    </Page>
  )
}
