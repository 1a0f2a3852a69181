'use client'

import { useMemo } from 'react'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
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
export function ResultViewer({ file, beside }: ResultViewerProps) {
  const t = useMessages().results
  const decoded = useDecodedResult(file)
  const legend = useMemo(
    () => beside && parseLegend(new TextDecoder().decode(beside.bytes.slice(0, longestLegend))),
    [beside],
  )
  if (decoded.status === 'waiting') return <WaitingNotice what={t.decoding(file.filename)} since={decoded.since} />
  if (decoded.status === 'failed') {
    return (
      <>
        <ErrorNotice title={t.unreadable.title} detail={t.unreadable.body} raw={decoded.message} />
        <ResultViews
          file={file}
          result={{ kind: 'binary', format: 'unknown', byteLength: file.bytes.byteLength }}
          renderFile={renderFile}
        />
      </>
    )
  }
  return <ResultViews file={file} result={decoded.result} legend={legend} renderFile={renderFile} />
}

/** Bytes of a legend that are read. */
const longestLegend = 100_000

const renderFile = (file: ResultFile) => <ResultViewer file={file} />
