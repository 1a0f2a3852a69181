'use client'

import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { FailureNotice } from './FailureNotice'
import { LogPanel } from './LogPanel'
import type { MonitoredJob } from './model/MonitoredJob'
import { PhaseTimeline } from './PhaseTimeline'
import { ResultsPanel } from './ResultsPanel'
import { SessionGate } from './SessionGate'
import type { useJobView } from './useJobView'

type JobProgressProps = ReturnType<typeof useJobView> & {
  monitored: MonitoredJob
  mine: boolean
  /** The page's address may point at lines of the log. */
  linked?: boolean
}

/** How a job goes, for everybody; what it prints and leaves, for its owner. */
export function JobProgress({ monitored, mine, session, open, events, usual, linked = false }: JobProgressProps) {
  const { monitor } = useMessages()
  const { job } = monitored
  return (
    <>
      <FailureNotice monitored={monitored} silent={open && !session.each} />
      {mine ? <SessionGate session={session} /> : <Notice tone="info" title={monitor.job.readOnly} />}
      <PhaseTimeline job={job} entries={events.phases} usual={usual} />
      {open && job.ended ? (
        <ResultsPanel monitored={monitored} each={session.each} linked={linked && !events.live} />
      ) : null}
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
              linked={linked}
            />
          ) : (
            <p>{monitor.log.notLive}</p>
          )}
        </Section>
      ) : null}
    </>
  )
}
