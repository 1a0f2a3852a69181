'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '@/components/ui/DataTable'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeResult } from '@/lib/ocean'
import { parseLineRange } from './model/lineRange'
import type { MonitoredJob } from './model/MonitoredJob'
import { ShownFile } from './ShownFile'

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
  const [pointsAtLog] = useState(() => parseLineRange(window.location.hash) !== undefined)
  const [chosen, setChosen] = useState<number>()
  const unasked = each ? undefined : first?.index
  // Where every file costs a prompt, none is opened unasked.
  const shown = results.find(({ index }) => index === (chosen ?? (linked && pointsAtLog ? log?.index : unasked)))
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
