'use client'

import { useQueries } from '@tanstack/react-query'
import { phasesQueryOptions } from '@/lib/queries/phasesQueryOptions'
import type { MonitoredJob } from './model/MonitoredJob'
import { earlierJobs, type PhaseDurations, phaseDurations, usualDurations } from './model/usualDurations'
import { useJobs } from './useJobs'

/** What each phase usually takes, from the owner's earlier jobs of the same algorithm; empty until that is known. */
export function useUsualDurations(monitored: MonitoredJob, session: boolean): PhaseDurations {
  const { jobs } = useJobs({ owner: session ? monitored.job.owner : undefined })
  const earlier = earlierJobs(monitored, jobs)
  const histories = useQueries({
    queries: earlier.map(({ client, providerUrl, job }) => ({
      ...phasesQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId }),
      enabled: session,
    })),
  })
  return usualDurations(
    histories.flatMap(({ data }, index) => {
      const job = earlier[index]?.job
      return job && data && data.length > 0 ? [phaseDurations(job, data)] : []
    }),
  )
}
