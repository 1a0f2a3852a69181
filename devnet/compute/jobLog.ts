import { createLogSanitizer } from './sanitizeLog'
import type { JobStore, LogSource } from './store'

export type JobLog = {
  /** Takes what the algorithm prints. */
  write(chunk: Uint8Array): void
  /** Stores what is held back. */
  flush(): void
}

/** Bytes of an algorithm's log that are kept. */
const longestLog = 1 << 20
/** Milliseconds output is gathered before it is stored and shown. */
const gatherTime = 100
const gatherSize = 64 << 10

export type JobLogTarget = {
  jobId: string
  source: LogSource
  /** Whether the output begins again from its start, so that what is stored already is to be passed over. */
  isReplayed?: boolean
}

/** Stores an algorithm's output as it comes, cleaned and bounded. */
export function createJobLog(store: JobStore, target: JobLogTarget): JobLog {
  const sanitizer = createLogSanitizer()
  let kept = store.log(target.jobId, target.source).length
  let gathered = ''
  let timer: NodeJS.Timeout | undefined

  const save = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered === '') return
    try {
      store.appendLog(target.jobId, target.source, gathered)
      gathered = ''
    } catch {
      // A full disk. What is gathered is tried again with what comes next, and the job's end says what became of it.
    }
  }
  let toSkip = target.isReplayed ? kept : 0
  const add = (output: string) => {
    const text = output.slice(toSkip)
    toSkip -= output.length - text.length
    if (text === '' || kept > longestLog) return
    const room = longestLog - kept
    kept += text.length
    gathered +=
      text.length <= room
        ? text
        : `${text.slice(0, room)}\n[The log is cut off here: only its first ${longestLog >> 20} MiB is kept.]\n`
    if (gathered.length >= gatherSize) save()
    else timer ??= setTimeout(save, gatherTime)
  }
  return {
    write(chunk) {
      if (kept > longestLog) return
      add(sanitizer.push(chunk))
    },
    flush() {
      add(sanitizer.flush())
      save()
    },
  }
}
