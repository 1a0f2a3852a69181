'use client'

import { useQuery } from '@tanstack/react-query'
import { formatUnits } from 'viem'
import { useMessages } from '@/lib/messages/useMessages'
import { jobFeeQueryOptions } from '@/lib/queries/jobFeeQueryOptions'
import type { MonitoredJob } from './model/MonitoredJob'

/** What computing was paid with, as the chain says. */
export function JobFee({ client, job }: Pick<MonitoredJob, 'client' | 'job'>) {
  const t = useMessages().monitor.cost
  const { data } = useQuery(jobFeeQueryOptions(client, { agreementId: job.agreementId }))
  if (!data) return <>{t.unknown}</>
  if (!data.token) return <>{t.free}</>
  return <>{t.amount(formatUnits(data.amount, data.token.decimals), data.token.symbol)}</>
}
