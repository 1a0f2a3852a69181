'use client'

import { JobProgress } from './JobProgress'
import type { MonitoredJob } from './model/MonitoredJob'
import { useJobView } from './useJobView'

/** A job of the connected account inside another page: its phases, its log as it comes, and the result in place. */
export function JobPanel({ monitored }: { monitored: MonitoredJob }) {
  const view = useJobView(monitored, true)
  return <JobProgress {...view} monitored={monitored} mine />
}
