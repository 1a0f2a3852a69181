'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isAddress, zeroAddress } from 'viem'
import { useOceanClient } from '@/hooks/useOceanClient'
import type { LaunchFacts } from '@/lib/compute/compareLaunches'
import { startedJobs } from '@/lib/compute/startedJobs'
import type { ComputeJob } from '@/lib/ocean'
import { jobFeeQueryOptions } from '@/lib/queries/jobFeeQueryOptions'
import { jobQueryOptions } from '@/lib/queries/jobQueryOptions'
import type { EarlierJobReference } from '@/lib/routes'

export type EarlierJob = {
  job: ComputeJob
  /** Assets from the Provider, the machine from the order on chain, parameters from this device. */
  facts: LaunchFacts
  /** Whether this device knows what the job was told. */
  parameters: boolean
}

/** A job that another one is to be like, with all that is known of how it was started. */
export function useEarlierJob(reference: EarlierJobReference | undefined, providerUrl: string | undefined) {
  const client = useOceanClient()
  const { like = '', owner = '' } = reference ?? {}
  const query = useQuery({
    ...jobQueryOptions(client, {
      ...{ jobId: like, owner: isAddress(owner, { strict: false }) ? owner : zeroAddress },
      providerUrl: providerUrl ?? '',
    }),
    enabled: reference !== undefined && providerUrl !== undefined,
    refetchInterval: false,
  })
  const job = query.data
  const order = useQuery({
    ...jobFeeQueryOptions(client, { agreementId: job?.agreementId ?? '0x' }),
    ...(job ? {} : { enabled: false }),
  })
  const asking = reference !== undefined && (query.isPending || (job !== undefined && order.isLoading))
  const earlier = useMemo((): EarlierJob | undefined => {
    if (!job || asking) return undefined
    const started = startedJobs.recall(job.jobId)
    const facts: LaunchFacts = {
      ...started,
      dataset: job.datasetDids[0],
      algorithm: job.algorithmDid,
      environment: started?.environmentId ?? order.data?.environment,
    }
    return { job, facts, parameters: started !== undefined }
  }, [job, asking, order.data])
  return { earlier, asking, error: query.error }
}
