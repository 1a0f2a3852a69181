'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import { jobFileQueryOptions } from '@/lib/queries/jobFileQueryOptions'
import styles from './FailureNotice.module.css'
import { type FailureKind, failureKind } from './model/failureKind'
import type { MonitoredJob } from './model/MonitoredJob'
import { RunAgainButton } from './RunAgainButton'

/** Lines of the log shown with a failure. */
const tail = 15

/** Why a job did not succeed: what failed, who can fix it, what it printed last, and how to go on. */
export function FailureNotice({ monitored, silent }: { monitored: MonitoredJob; silent: boolean }) {
  const t = useMessages().monitor.failure
  const { job } = monitored
  const kind = failureKind(job)
  if (!kind) return null
  return (
    <Notice
      tone={kind === 'stopped' ? 'neutral' : 'danger'}
      title={t.titles[kind]}
      actions={<RunAgainButton job={job} name="" />}
    >
      <p>{t.causes[kind]}</p>
      {kind === 'stopped' ? null : (
        <KeyValueList
          items={[
            { label: t.who, value: t.actors[kind] },
            { label: t.says, value: job.statusText },
          ]}
        />
      )}
      <p>{t.money}</p>
      {logMatters(kind) ? silent ? <LastLines monitored={monitored} /> : <p>{t.openLog}</p> : null}
    </Notice>
  )
}

const logMatters = (kind: FailureKind) => kind !== 'stopped' && kind !== 'image'

function LastLines({ monitored: { client, providerUrl, job } }: { monitored: MonitoredJob }) {
  const t = useMessages().monitor.failure
  const log =
    job.status === 31 || job.status === 32
      ? job.results.find(({ type }) => type === 'configurationLog')
      : job.results.find(({ type }) => type === 'algorithmLog')
  const { data } = useQuery({
    ...jobFileQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId, index: log?.index ?? 0 }),
    enabled: log !== undefined && log.size > 0,
  })
  if (!data) return null
  const lines = new TextDecoder().decode(data.bytes).trimEnd().split(/\r?\n/)
  return (
    <>
      <p className={styles.label}>{t.lastLines}</p>
      <pre className={styles.tail}>{lines.slice(-tail).join('\n')}</pre>
    </>
  )
}
