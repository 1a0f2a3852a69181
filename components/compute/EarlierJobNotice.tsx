'use client'
import Link from 'next/link'
import { FlowError } from '@/components/flow/FlowError'
import { jobHref } from '@/components/monitor/jobHref'
import { DataTable } from '@/components/ui/DataTable'
import { Notice } from '@/components/ui/Notice'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { parseIndexDate } from '@/lib/asset/parseIndexDate'
import { compareLaunches } from '@/lib/compute/compareLaunches'
import { useMessages } from '@/lib/messages/useMessages'
import type { useEarlierJob } from './useEarlierJob'
import type { Launch } from './useLaunch'

type EarlierJobNoticeProps = ReturnType<typeof useEarlierJob> & { launch: Launch }

/** Which job this one is like, and everything in which it is not: before anything is started. */
export function EarlierJobNotice({ earlier, asking, error, launch }: EarlierJobNoticeProps) {
  const { monitor, common } = useMessages()
  const t = monitor.again
  const { dataset, algorithm, draft } = launch
  if (asking) return <WaitingNotice what={t.asking} />
  if (!earlier) return error ? <FlowError error={error} money={false} /> : null
  const { job, facts, parameters } = earlier
  const custom = draft && !draft.algorithm.meta ? draft.algorithm.algocustomdata : undefined
  const differences = draft
    ? compareLaunches(
        facts,
        {
          ...{ dataset: dataset?.id, algorithm: algorithm?.id, environment: draft.environmentId },
          ...{ duration: draft.duration, userdata: draft.datasets[0]?.userdata, algocustomdata: custom },
        },
        { parameters },
      )
    : []
  const since = job.dateCreated?.getTime() ?? Number.POSITIVE_INFINITY
  const changed = [dataset, algorithm].filter(
    (asset) => asset && (parseIndexDate(asset.event.datetime)?.getTime() ?? 0) > since,
  )
  const value = (what: string, text: string | undefined) =>
    text === undefined ? common.none : what === 'duration' ? common.duration(Number(text)) : text
  return (
    <Notice tone={differences.length === 0 ? 'info' : 'warn'} title={t.title}>
      <p>
        <Link href={jobHref({ job })}>{t.open}</Link>
        {job.dateCreated ? (
          <>
            {' · '}
            <TimeAgo date={job.dateCreated} />
          </>
        ) : null}
      </p>
      {draft ? <p role="status">{differences.length === 0 ? t.same : t.differs(differences.length)}</p> : null}
      {differences.length === 0 ? null : (
        <DataTable
          caption={t.caption}
          columns={[
            { id: 'what', header: t.what, primary: true, cell: ({ what, name }) => name ?? t.whats[what] },
            { id: 'before', header: t.before, cell: ({ what, before }) => value(what, before) },
            { id: 'after', header: t.after, cell: ({ what, after }) => value(what, after) },
          ]}
          rows={differences}
          rowKey={({ what, name }) => `${what} ${name}`}
        />
      )}
      {changed.map((asset) => (
        <p key={asset?.id}>{t.changed(asset?.metadata.name ?? '')}</p>
      ))}
      {parameters ? null : <p>{t.unknown}</p>}
    </Notice>
  )
}
