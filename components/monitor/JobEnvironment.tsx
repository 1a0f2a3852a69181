'use client'

import { useQuery } from '@tanstack/react-query'
import { useMessages } from '@/lib/messages/useMessages'
import { jobFeeQueryOptions } from '@/lib/queries/jobFeeQueryOptions'
import type { MonitoredJob } from './model/MonitoredJob'

/** The machine a job was ordered for, as its order on chain says. */
export function JobEnvironment({ client, job }: Pick<MonitoredJob, 'client' | 'job'>) {
  const { common } = useMessages()
  const { data } = useQuery(jobFeeQueryOptions(client, { agreementId: job.agreementId }))
  return <>{data?.environment ?? common.unknown}</>
}
