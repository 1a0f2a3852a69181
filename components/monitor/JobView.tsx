'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Notice } from '@/components/ui/Notice'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { FailureNotice } from './FailureNotice'
import { JobFacts } from './JobFacts'
import { JobPhaseBadge } from './JobPhaseBadge'
import styles from './JobView.module.css'
import { LogPanel } from './LogPanel'
import type { MonitoredJob } from './model/MonitoredJob'
import { PhaseTimeline } from './PhaseTimeline'
import { Receipt } from './Receipt'
import { ResultsPanel } from './ResultsPanel'
import { RunAgainButton } from './RunAgainButton'
import { SessionGate } from './SessionGate'
import { StopButton } from './StopButton'
import { useAssetNames } from './useAssetNames'
import { useJobEvents } from './useJobEvents'
import { useSession } from './useSession'
import { useUsualDurations } from './useUsualDurations'

const ComparePanel = dynamic(() => import('./ComparePanel').then((module) => module.ComparePanel), { ssr: false })

type JobViewProps = { monitored: MonitoredJob; mine: boolean; notices: ReactNode }

/** A job that was found: its progress for everybody, its log and results for its owner. */
export function JobView({ monitored, mine, notices }: JobViewProps) {
  const { monitor } = useMessages()
  const t = monitor.job
  const { job } = monitored
  const session = useSession(monitored)
  const open = mine && session.open
  const events = useJobEvents(monitored, open)
  const usual = useUsualDurations(monitored, open && !session.each)
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
      <FailureNotice monitored={monitored} silent={open && !session.each} />
      {mine ? <SessionGate session={session} /> : <Notice tone="info" title={t.readOnly} />}
      <PhaseTimeline job={job} entries={events.phases} usual={usual} />
      {open && job.ended ? <ResultsPanel monitored={monitored} each={session.each} /> : null}
      {open && !job.ended ? <WaitingNotice what={monitor.results.waiting} since={job.dateCreated?.getTime()} /> : null}
      {open && (events.live || !job.ended) ? (
        <Section title={monitor.log.title}>
          {events.live || job.ended ? (
            <LogPanel
              lines={events.log.lines}
              times={events.log.times}
              dropped={events.log.dropped}
              running={!job.ended}
              filename={`job-${job.jobId}.log`}
              linked
            />
          ) : (
            <p>{monitor.log.notLive}</p>
          )}
        </Section>
      ) : null}
      {open && !session.each && job.phase === 'succeeded' ? <Compare monitored={monitored} /> : null}
      <JobFacts monitored={monitored} />
      <Receipt monitored={monitored} files={open} />
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
