'use client'

import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { FlowError } from '@/components/flow/FlowError'
import { legendName } from '@/components/results/model/parseLegend'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeResult } from '@/lib/ocean'
import { jobFileQueryOptions } from '@/lib/queries/jobFileQueryOptions'
import { LogFile } from './LogFile'
import type { MonitoredJob } from './model/MonitoredJob'

const ResultViewer = dynamic(() => import('@/components/results/ResultViewer').then((module) => module.ResultViewer), {
  ssr: false,
})

/** Bytes above which a file is not fetched unasked. */
const large = 64 * 1024 ** 2

type ShownFileProps = {
  monitored: MonitoredJob
  file: ComputeResult
  /** Every file costs a signature of its own. */
  each: boolean
  /** The page's address may point at lines of this file. */
  linked: boolean
}

/** A file of a job, fetched and shown as what it is. */
export function ShownFile({ monitored, each, file, linked }: ShownFileProps) {
  const { monitor, common } = useMessages()
  const t = monitor.results
  const { client, providerUrl, job } = monitored
  const queries = useQueryClient()
  const [wanted, setWanted] = useState(file.size <= large)
  const place = { providerUrl, owner: job.owner, jobId: job.jobId }
  const options = jobFileQueryOptions(client, { ...place, index: file.index })
  const { data, error, refetch, isPending, isFetching } = useQuery({ ...options, enabled: wanted })
  const viewed = useMemo(() => data && { filename: file.filename || data.filename, bytes: data.bytes }, [data, file])
  const explained = job.results.find(({ filename }) => filename === legendName(file.filename))
  const legend = useQuery({
    ...jobFileQueryOptions(client, { ...place, index: explained?.index ?? 0 }),
    // It is never worth a prompt of its own.
    enabled: explained !== undefined && file.type === 'output' && !each,
  })
  const fetchButton = (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        setWanted(true)
        void refetch()
      }}
    >
      {t.fetch}
    </Button>
  )
  if (isPending && isFetching) {
    return (
      <Group>
        <WaitingNotice what={t.loading(file.filename)} />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setWanted(false)
            void queries.cancelQueries({ queryKey: options.queryKey })
          }}
        >
          {t.cancel}
        </Button>
      </Group>
    )
  }
  if (isPending) {
    return file.size > large ? (
      <Notice tone="info" title={t.large(file.filename, common.bytes(file.size))} actions={fetchButton}>
        {t.largeBody}
      </Notice>
    ) : (
      <Notice tone="info" title={t.cancelled} actions={fetchButton} />
    )
  }
  if (error) {
    return (
      <FlowError
        error={error}
        money={false}
        actions={
          <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
            {common.retry}
          </Button>
        }
      />
    )
  }
  if (!viewed) return null
  return file.type === 'output' ? (
    <ResultViewer file={viewed} beside={legend.data} />
  ) : (
    <LogFile file={viewed} linked={linked} />
  )
}
