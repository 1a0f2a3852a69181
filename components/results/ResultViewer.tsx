'use client'

import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { ResultViews } from './ResultViews'
import { type ResultFile, useDecodedResult } from './useDecodedResult'

/** A file from a job: read in a worker, shown in its best view, with others to switch to. */
export function ResultViewer({ file }: { file: ResultFile }) {
  const t = useMessages().results
  const decoded = useDecodedResult(file)
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
  return <ResultViews file={file} result={decoded.result} renderFile={renderFile} />
}

const renderFile = (file: ResultFile) => <ResultViewer file={file} />
