'use client'

import Link from 'next/link'
import { type Column, DataTable } from '@/components/ui/DataTable'
import { LinkButton } from '@/components/ui/LinkButton'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { useMessages } from '@/lib/messages/useMessages'
import { JobDuration } from './JobDuration'
import { JobFee } from './JobFee'
import { JobPhaseBadge } from './JobPhaseBadge'
import styles from './JobsTable.module.css'
import { jobHref } from './jobHref'
import type { MonitoredJob } from './model/MonitoredJob'
import { RunAgainButton } from './RunAgainButton'
import { StopButton } from './StopButton'
import type { JobNames } from './useAssetNames'

type JobsTableProps = { jobs: readonly MonitoredJob[]; namesOf(job: MonitoredJob): JobNames }

/** Jobs: a table on wide screens, cards on phones. */
export function JobsTable({ jobs, namesOf }: JobsTableProps) {
  const { monitor, common } = useMessages()
  const t = monitor.table
  const columns: Column<MonitoredJob>[] = [
    {
      id: 'job',
      header: t.job,
      primary: true,
      cell: (row) => {
        const names = namesOf(row)
        return (
          <div className={styles.job}>
            <Link href={jobHref(row)} className={styles.name}>
              {names.algorithm}
            </Link>
            <span className={styles.dataset}>{t.on(names.dataset)}</span>
          </div>
        )
      },
    },
    { id: 'state', header: t.state, cell: ({ job }) => <JobPhaseBadge phase={job.phase} /> },
    {
      id: 'started',
      header: t.started,
      cell: ({ job }) => (job.dateCreated ? <TimeAgo date={job.dateCreated} /> : common.unknown),
    },
    { id: 'duration', header: t.duration, align: 'end', cell: ({ job }) => <JobDuration job={job} /> },
    { id: 'cost', header: t.cost, align: 'end', cell: ({ client, job }) => <JobFee client={client} job={job} /> },
    {
      id: 'actions',
      header: <span className="oc-hidden">{t.actions}</span>,
      align: 'end',
      cell: (row) => <JobActions row={row} name={namesOf(row).algorithm} />,
    },
  ]
  return <DataTable caption={t.caption} columns={columns} rows={jobs} rowKey={({ job }) => job.jobId} />
}

function JobActions({ row, name }: { row: MonitoredJob; name: string }) {
  const t = useMessages().monitor.actions
  const { job } = row
  return (
    <div className={styles.actions}>
      {job.ended ? null : <StopButton monitored={row} name={name} compact />}
      {job.ended ? <RunAgainButton job={job} name={name} compact /> : null}
      <LinkButton size="compact-sm" variant="light" href={jobHref(row)} aria-label={t.openJob(name)}>
        {t.open}
      </LinkButton>
    </div>
  )
}
