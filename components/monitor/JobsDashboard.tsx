'use client'

import { Button, Pagination } from '@mantine/core'
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
import { JobsTools } from './JobsTools'
import styles from './JobsTools.module.css'
import type { MonitoredJob } from './model/MonitoredJob'
import { ProviderNotices } from './ProviderNotices'
import { useAssetNames } from './useAssetNames'
import { useJobList } from './useJobList'
import { useJobs } from './useJobs'
import { useViewer } from './useViewer'

/** All jobs of the connected account, live, from the services alone. */
export function JobsDashboard() {
  const t = useMessages().monitor
  const { address, known } = useViewer()
  const { jobs, providers, asking } = useJobs({ owner: address })
  const allDown = providers.length > 0 && providers.every(({ status }) => status === 'down')
  return (
    <Page width="wide">
      <PageHeader title={t.title} lead={t.lead} actions={address ? <EndNotices jobs={jobs} /> : null} />
      {address ? <ProviderNotices providers={providers} /> : null}
      {known && !address ? <NeedWallet prefer="Bob" /> : null}
      {known ? null : <WaitingNotice what={t.loading} />}
      {address && jobs.length > 0 ? <JobsList jobs={jobs} /> : null}
      {address && jobs.length === 0 ? (
        <Section>
          {asking ? (
            <WaitingNotice what={t.loading} />
          ) : allDown ? (
            <EmptyState icon="warning" title={t.empty.unknown}>
              {t.empty.unknownBody}
            </EmptyState>
          ) : (
            <EmptyState
              icon="play"
              title={t.empty.title}
              action={<LinkButton href={routes.assets()}>{t.empty.action}</LinkButton>}
            >
              {t.empty.body}
            </EmptyState>
          )}
        </Section>
      ) : null}
    </Page>
  )
}

/** The jobs by group, found by name, in pages. */
function JobsList({ jobs }: { jobs: readonly MonitoredJob[] }) {
  const t = useMessages().monitor
  const namesOf = useAssetNames(jobs)
  const chosen = useJobList(jobs, namesOf)
  const { list, group, choose } = chosen
  return (
    <>
      <GroupChips jobs={jobs} chosen={group} onChoose={(state) => choose({ state })} />
      <Section>
        <JobsTools {...chosen} />
        {list.total > 0 ? (
          <JobsTable jobs={list.rows} namesOf={namesOf} />
        ) : (
          <EmptyState
            title={t.empty.filtered}
            action={
              <Button variant="default" onClick={() => choose({ state: undefined, q: '' })}>
                {t.empty.showAll}
              </Button>
            }
          >
            {t.empty.filteredBody}
          </EmptyState>
        )}
        {list.pages > 1 ? (
          <nav className={styles.pages} aria-label={t.tools.pages}>
            <Pagination
              total={list.pages}
              value={list.page}
              onChange={(page) => choose({ page })}
              getItemProps={(page) => ({ 'aria-label': t.tools.page(page) })}
              getControlProps={(control) => ({ 'aria-label': t.tools.controls[control] })}
            />
          </nav>
        ) : null}
      </Section>
    </>
  )
}
