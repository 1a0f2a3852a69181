import type { JobStore } from './store'
import type { JobEvent } from './types'

export type WatchEventsParameters = { jobId: string; after: string | undefined; signal: AbortSignal }

const batch = 200

/** A job's events after a given one, then those that come, until the job has ended or the signal aborts. */
export async function* watchEvents(
  store: JobStore,
  { jobId, after, signal }: WatchEventsParameters,
): AsyncGenerator<JobEvent> {
  let last = Number(after ?? 0)
  if (!Number.isSafeInteger(last) || last < 0) last = 0
  let wake: () => void = () => undefined
  let isNew = true
  const notice = () => {
    isNew = true
    wake()
  }
  const unlisten = store.listen(jobId, notice)
  signal.addEventListener('abort', notice, { once: true })
  try {
    while (!signal.aborted) {
      isNew = false
      const hasEnded = store.get(jobId)?.dateFinished !== null
      const events = store.eventsAfter(jobId, last, batch)
      for (const event of events) {
        last = Number(event.id)
        yield event
        if (signal.aborted) return
      }
      if (events.length === batch) continue
      if (hasEnded) return
      if (!isNew) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    unlisten()
    signal.removeEventListener('abort', notice)
  }
}
