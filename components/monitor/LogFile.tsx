'use client'

import { useMemo } from 'react'
import { LogPanel } from './LogPanel'
import { appendLog, emptyLog } from './model/logBuffer'

/** A finished log, as text whatever its bytes are. */
export function LogFile({ file }: { file: { filename: string; bytes: Uint8Array } }) {
  const log = useMemo(() => appendLog(emptyLog, new TextDecoder().decode(file.bytes)), [file.bytes])
  return <LogPanel lines={log.lines} dropped={log.dropped} running={false} filename={file.filename} />
}
