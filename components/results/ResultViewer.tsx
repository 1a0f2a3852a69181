'use client'

import { Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { Notice } from '@/components/ui/Notice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { parseLegend } from './model/parseLegend'
import { ResultViews } from './ResultViews'
import { type ResultFile, useDecodedResult } from './useDecodedResult'

type ResultViewerProps = {
  file: ResultFile
  /** The file that says what the numbers of this one stand for. */
  beside?: ResultFile | undefined
}

/** A file from a job: read in a worker, shown in its best view, with others to switch to. */
export function ResultViewer(props: ResultViewerProps) {
  const t = useMessages().results
  const [cancelled, setCancelled] = useState(false)
  // What is taken out of the page ends its worker.
  if (!cancelled) return <Reading {...props} onCancel={() => setCancelled(true)} />
  return (
    <>
      <Notice
        tone="info"
        title={t.cancelled}
        actions={
          <Button size="compact-sm" variant="default" onClick={() => setCancelled(false)}>
            {t.again}
          </Button>
        }
      />
      <Unread file={props.file} />
    </>
  )
}

function Reading({ file, beside, onCancel }: ResultViewerProps & { onCancel(): void }) {
  const t = useMessages().results
  const decoded = useDecodedResult(file)
  const legend = useMemo(
    () => beside && parseLegend(new TextDecoder().decode(beside.bytes.slice(0, longestLegend))),
    [beside],
  )
  if (decoded.status === 'waiting') {
    return (
      <Group>
        <WaitingNotice what={t.decoding(file.filename)} since={decoded.since} />
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </Group>
    )
  }
  if (decoded.status === 'failed') {
    return (
      <>
        <ErrorNotice title={t.unreadable.title} detail={t.unreadable.body} raw={decoded.message} />
        <Unread file={file} />
      </>
    )
  }
  return <ResultViews file={file} result={decoded.result} legend={legend} renderFile={renderFile} />
}

/** The bytes of a file that nobody made sense of. */
function Unread({ file }: { file: ResultFile }) {
  const byteLength = file.bytes.byteLength
  return <ResultViews file={file} result={{ kind: 'binary', format: 'unknown', byteLength }} renderFile={renderFile} />
}

/** Bytes of a legend that are read. */
const longestLegend = 100_000

const renderFile = (file: ResultFile) => <ResultViewer file={file} />
