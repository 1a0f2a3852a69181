'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { buildJobCode } from '@/lib/code/buildJobCode'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { JobFacts } from './JobFacts'
import { JobPhaseBadge } from './JobPhaseBadge'
import { JobProgress } from './JobProgress'
import styles from './JobView.module.css'
import type { MonitoredJob } from './model/MonitoredJob'
import { Receipt } from './Receipt'
import { RunAgainButton } from './RunAgainButton'
import { StopButton } from './StopButton'
import { useAssetNames } from './useAssetNames'
import { useJobView } from './useJobView'

const ComparePanel = dynamic(() => import('./ComparePanel').then((module) => module.ComparePanel), { ssr: false })

type JobViewProps = { monitored: MonitoredJob; mine: boolean; notices: ReactNode }

/** A job that was found: its progress for everybody, its log and results for its owner. */
export function JobView({ monitored, mine, notices }: JobViewProps) {
  const { monitor } = useMessages()
  const t = monitor.job
  const { job } = monitored
  const view = useJobView(monitored, mine)
  const { session, open } = view
  const names = useAssetNames([monitored])(monitored)
  return (
    <>
      <PageHeader
        eyebrow={
          <span className={styles.eyebrow}>
            <Link href={routes.monitor()}>{t.back}</Link>
            <span role="status">
              <JobPhaseBadge phase={job.phase} />
            </span>
          </span>
        }
        title={names.algorithm}
        lead={t.on(names.dataset)}
        actions={
          <>
            {job.ended ? null : notices}
            {!job.ended && mine ? <StopButton monitored={monitored} name={names.algorithm} /> : null}
            {!job.ended || job.phase === 'succeeded' ? <RunAgainButton job={job} name={names.algorithm} /> : null}
          </>
        }
      />
      <JobProgress {...view} monitored={monitored} mine={mine} linked />
      {open && !session.each && job.phase === 'succeeded' ? <Compare monitored={monitored} /> : null}
      <JobFacts monitored={monitored} names={names} />
      <Receipt monitored={monitored} files={open} />
      <CopyAsCode code={buildJobCode(monitored)} />
    </>
  )
}

/** Nothing of the comparison is loaded before it is asked for. */
function Compare({ monitored }: { monitored: MonitoredJob }) {
  const t = useMessages().monitor.compare
  const [shown, setShown] = useState(false)
  return (
    <Section
      title={t.title}
      lead={t.lead}
      actions={
        <Button variant="default" size="sm" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t.close : t.open}
        </Button>
      }
    >
      {shown ? <ComparePanel monitored={monitored} /> : null}
    </Section>
  )
}
