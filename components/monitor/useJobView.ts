'use client'

import type { MonitoredJob } from './model/MonitoredJob'
import { useJobEvents } from './useJobEvents'
import { useSession } from './useSession'
import { useUsualDurations } from './useUsualDurations'

/** What a page shows of a job beyond its status: what happens to it, what is usual, and what its owner may see. */
export function useJobView(monitored: MonitoredJob, mine: boolean) {
  const session = useSession(monitored)
  const open = mine && session.open
  const events = useJobEvents(monitored, open)
  const usual = useUsualDurations(monitored, open && !session.each)
  return { session, open, events, usual }
}
