'use client'

import { useMessages } from '@/lib/messages/useMessages'
import styles from './GroupChips.module.css'
import { type JobGroup, jobGroup, jobGroups } from './model/jobGroup'
import type { MonitoredJob } from './model/MonitoredJob'

type GroupChipsProps = {
  jobs: readonly MonitoredJob[]
  chosen: JobGroup | undefined
  onChoose(group: JobGroup | undefined): void
}

/** How many jobs are in which state; each a filter. */
export function GroupChips({ jobs, chosen, onChoose }: GroupChipsProps) {
  const t = useMessages().monitor.groups
  const countOf = (group: JobGroup) => jobs.filter(({ job }) => jobGroup(job) === group).length
  const chips = [
    { group: undefined, name: t.all, count: jobs.length },
    ...jobGroups.map((group) => ({ group, name: t[group], count: countOf(group) })),
  ]
  return (
    <fieldset className={styles.chips} aria-label={t.label}>
      {chips.map(({ group, name, count }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          aria-pressed={chosen === group}
          onClick={() => onChoose(group)}
        >
          {name} <span className={styles.count}>{count}</span>
        </button>
      ))}
    </fieldset>
  )
}
