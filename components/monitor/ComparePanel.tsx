'use client'

import { Checkbox, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { FlowError } from '@/components/flow/FlowError'
import { CompareBase, CompareWith } from '@/components/results/CompareWith'
import type { ResultFile } from '@/components/results/useDecodedResult'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { jobFileQueryOptions } from '@/lib/queries/jobFileQueryOptions'
import styles from './ComparePanel.module.css'
import { comparableJobs, firstOutput, mostCompared } from './model/comparableJobs'
import type { MonitoredJob } from './model/MonitoredJob'
import { useAssetNames } from './useAssetNames'
import { useJobs } from './useJobs'

/** Other finished jobs of the same account to choose from, and the first results of the chosen ones side by side. */
export function ComparePanel({ monitored }: { monitored: MonitoredJob }) {
  const { monitor, common } = useMessages()
  const t = monitor.compare
  const { jobs, asking } = useJobs({ owner: monitored.job.owner })
  const candidates = comparableJobs(monitored, jobs)
  const nameOf = useAssetNames(candidates)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const others = candidates.filter(({ job }) => chosen.includes(job.jobId))
  const base = useResultFile(monitored)
  if (candidates.length === 0) return asking ? <WaitingNotice what={monitor.loading} /> : <p>{t.none}</p>
  const label = (other: MonitoredJob) => t.named(nameOf(other).algorithm, nameOf(other).dataset)
  return (
    <Stack gap="md">
      <Checkbox.Group label={t.choose} description={t.most} value={[...chosen]} onChange={setChosen}>
        <div className={styles.choices}>
          {candidates.map((other) => {
            const { jobId, dateCreated } = other.job
            return (
              <Checkbox
                key={jobId}
                value={jobId}
                label={label(other)}
                description={dateCreated ? <TimeAgo date={dateCreated} /> : common.unknown}
                disabled={chosen.length >= mostCompared && !chosen.includes(jobId)}
              />
            )
          })}
        </div>
      </Checkbox.Group>
      {others.length > 0 ? (
        <div className={styles.columns}>
          {base.file ? <CompareBase name={t.thisJob} file={base.file} /> : <FileState {...base} />}
          {others.map((other, index) => (
            <Other
              key={other.job.jobId}
              name={t.numbered(index + 2, label(other))}
              monitored={other}
              base={base.file}
            />
          ))}
        </div>
      ) : null}
    </Stack>
  )
}

function Other({ name, monitored, base }: { name: string; monitored: MonitoredJob; base: ResultFile | undefined }) {
  const own = useResultFile(monitored)
  return own.file && base ? <CompareWith name={name} file={own.file} base={base} /> : <FileState {...own} />
}

function FileState({ error }: { error: unknown }) {
  const t = useMessages().monitor.compare
  return error ? <FlowError error={error} money={false} /> : <WaitingNotice what={t.loading} />
}

function useResultFile({ client, providerUrl, job }: MonitoredJob): { file: ResultFile | undefined; error: unknown } {
  const output = firstOutput(job)
  const { data, error } = useQuery({
    ...jobFileQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId, index: output?.index ?? 0 }),
    enabled: output !== undefined,
  })
  const filename = output?.filename
  const file = useMemo(() => data && { filename: filename || data.filename, bytes: data.bytes }, [data, filename])
  return { file, error }
}
