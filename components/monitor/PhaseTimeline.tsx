'use client'

import { Icon } from '@/components/ui/Icon'
import { Section } from '@/components/ui/Section'
import { useNow } from '@/components/ui/useNow'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeJob } from '@/lib/ocean'
import { type PhaseEntry, type TimelineItem, timeline } from './model/timeline'
import type { PhaseDurations } from './model/usualDurations'
import styles from './PhaseTimeline.module.css'

type PhaseTimelineProps = {
  job: ComputeJob
  entries: readonly PhaseEntry[]
  /** What each phase took in earlier jobs. */
  usual?: PhaseDurations
}

/** What the job has been through, how long each phase took, and what is still to come. */
export function PhaseTimeline({ job, entries, usual = {} }: PhaseTimelineProps) {
  const { monitor, common } = useMessages()
  const t = monitor.timeline
  const items = timeline(job, entries)
  // An end alone is no timeline: the facts tell it.
  if (items.length < 2) return null
  const total =
    job.dateCreated && job.dateFinished
      ? t.total(common.duration((job.dateFinished.getTime() - job.dateCreated.getTime()) / 1000))
      : undefined
  return (
    <Section title={t.title} actions={total ? <span className={styles.total}>{total}</span> : null}>
      <ol className={styles.timeline} aria-label={t.label}>
        {items.map((item) => (
          <li
            key={item.phase}
            className={styles.item}
            data-state={item.state}
            data-bad={item.phase === 'failed' || item.phase === 'timedOut' || undefined}
            aria-current={item.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.dot} aria-hidden>
              <Icon name={iconOf(item)} size={13} />
            </span>
            <span className={styles.name}>{monitor.phases[item.phase]}</span>
            <span className={styles.time}>
              <PhaseTime item={item} />
            </span>
            {usual[item.phase] === undefined ? null : (
              <span className={styles.usual}>{t.usually(common.duration(usual[item.phase] ?? 0))}</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function PhaseTime({ item }: { item: TimelineItem }) {
  const { monitor, common } = useMessages()
  const t = monitor.timeline
  if (item.state === 'current') return <Since at={item.startedAt} />
  if (item.state === 'pending') return <>{t.pending}</>
  if (item.state === 'end')
    return <>{item.startedAt ? new Date(item.startedAt).toLocaleTimeString() : common.unknown}</>
  return <>{item.duration === undefined ? t.unknown : common.duration(item.duration)}</>
}

function Since({ at }: { at: number | undefined }) {
  const { monitor, common } = useMessages()
  const now = useNow()
  if (at === undefined || now === 0) return <>{monitor.timeline.now}</>
  return <>{monitor.timeline.soFar(common.duration(Math.max(0, Math.floor((now - at) / 1000))))}</>
}

function iconOf({ state, phase }: TimelineItem) {
  if (state === 'current') return 'play'
  if (state === 'pending') return 'clock'
  if (phase === 'failed' || phase === 'timedOut') return 'cross'
  return phase === 'stopped' ? 'stop' : 'check'
}
