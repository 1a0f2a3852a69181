'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { FlowError } from '@/components/flow/FlowError'
import { legendName } from '@/components/results/model/parseLegend'
import { type Column, DataTable } from '@/components/ui/DataTable'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeResult } from '@/lib/ocean'
import { jobFileQueryOptions } from '@/lib/queries/jobFileQueryOptions'
import { LogFile } from './LogFile'
import { parseLineRange } from './model/lineRange'
import type { MonitoredJob } from './model/MonitoredJob'

const ResultViewer = dynamic(() => import('@/components/results/ResultViewer').then((module) => module.ResultViewer), {
  ssr: false,
})

type ResultsPanelProps = {
  monitored: MonitoredJob
  each: boolean
  /** The page's address may point at lines of the algorithm's log, which is shown here only. */
  linked: boolean
}

/** The files a job has left: the first result in place, the others on a click. */
export function ResultsPanel({ monitored, each, linked }: ResultsPanelProps) {
  const { monitor, common } = useMessages()
  const t = monitor.results
  const { results } = monitored.job
  const first = results.find(({ type }) => type === 'output')
  const log = results.find(({ type }) => type === 'algorithmLog')
  const [chosen, setChosen] = useState(() => (linked && parseLineRange(window.location.hash) ? log?.index : undefined))
  // Where every file costs a prompt, none is opened unasked.
  const shown = results.find(({ index }) => index === (chosen ?? (each ? undefined : first?.index)))
  const columns: Column<ComputeResult>[] = [
    { id: 'name', header: t.name, primary: true, cell: ({ filename }) => filename || common.unknown },
    { id: 'kind', header: t.kind, cell: ({ type }) => t.types[type] },
    { id: 'size', header: t.size, align: 'end', cell: ({ size }) => common.bytes(size) },
    {
      id: 'open',
      header: <span className="oc-hidden">{t.open}</span>,
      align: 'end',
      cell: ({ index, filename }) => (
        <Button
          size="compact-sm"
          variant={shown?.index === index ? 'light' : 'default'}
          aria-label={shown?.index === index ? t.shownFile(filename) : t.openFile(filename)}
          aria-pressed={shown?.index === index}
          onClick={() => setChosen(index)}
        >
          {shown?.index === index ? t.shown : t.open}
        </Button>
      ),
    },
  ]
  return (
    <>
      {shown ? (
        <Section title={shown.type === 'output' ? t.title : t.types[shown.type]} lead={shown.filename}>
          <ShownFile
            key={shown.index}
            monitored={monitored}
            each={each}
            file={shown}
            linked={linked && shown.index === log?.index}
          />
        </Section>
      ) : null}
      <Section title={t.files} lead={results.length > 0 ? t.expired : undefined}>
        {results.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable caption={t.caption} columns={columns} rows={results} rowKey={({ index }) => String(index)} />
        )}
      </Section>
    </>
  )
}

type ShownFileProps = ResultsPanelProps & { file: ComputeResult }

function ShownFile({ monitored, each, file, linked }: ShownFileProps) {
  const t = useMessages().monitor.results
  const { client, providerUrl, job } = monitored
  const { data, error, refetch, isPending } = useQuery(
    jobFileQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId, index: file.index }),
  )
  const { common } = useMessages()
  const viewed = useMemo(() => data && { filename: file.filename || data.filename, bytes: data.bytes }, [data, file])
  const explained = job.results.find(({ filename }) => filename === legendName(file.filename))
  const legend = useQuery({
    ...jobFileQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId, index: explained?.index ?? 0 }),
    // It is never worth a prompt of its own.
    enabled: explained !== undefined && file.type === 'output' && !each,
  })
  if (isPending) return <WaitingNotice what={t.loading(file.filename)} />
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
