'use client'

import { useMemo } from 'react'
import { LogPanel } from './LogPanel'
import { appendLog, emptyLog } from './model/logBuffer'

type LogFileProps = {
  file: { filename: string; bytes: Uint8Array }
  /** The page's address may point at lines of this log. */
  linked?: boolean
}

/** A finished log, as text whatever its bytes are. */
export function LogFile({ file, linked = false }: LogFileProps) {
  const log = useMemo(() => appendLog(emptyLog, new TextDecoder().decode(file.bytes)), [file.bytes])
  return <LogPanel lines={log.lines} dropped={log.dropped} running={false} filename={file.filename} linked={linked} />
}
