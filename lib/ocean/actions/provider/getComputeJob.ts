import type { Address } from 'viem'
import { JobNotFoundError } from '../../errors/ComputeError'
import type { OceanClient } from '../../types/client'
import type { ComputeJob } from '../../types/provider'
import { getComputeJobs } from './getComputeJobs'

export type GetComputeJobParameters = {
  providerUrl?: string | undefined
  owner: Address
  jobId: string
  signal?: AbortSignal | undefined
}

/**
 * One job of an account. Needs no signature.
 *
 * @throws {JobNotFoundError} when the Provider has no such job of this account.
 */
export async function getComputeJob(client: OceanClient, parameters: GetComputeJobParameters): Promise<ComputeJob> {
  const jobs = await getComputeJobs(client, parameters)
  const job = jobs.find(({ jobId }) => jobId === parameters.jobId)
  if (!job) throw new JobNotFoundError({ jobId: parameters.jobId })
  return job
}
