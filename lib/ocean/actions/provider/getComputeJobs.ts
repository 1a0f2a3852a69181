import type { Address } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { ComputeUnsupportedError } from '../../errors/ComputeError'
import { HttpError } from '../../errors/HttpError'
import { jobsSchema } from '../../schemas/jobSchemas'
import type { OceanClient } from '../../types/client'
import type { ComputeJob } from '../../types/provider'

export type GetComputeJobsParameters = {
  providerUrl?: string | undefined
  owner: Address
  /** Only this job. */
  jobId?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * An account's jobs at one Provider, newest first. Needs no signature.
 *
 * - HTTP: `GET compute`
 * - Source: provider-aquarius specification 6.6, 6.7
 *
 * @throws {ComputeUnsupportedError} when the Provider runs no jobs.
 */
export async function getComputeJobs(client: OceanClient, parameters: GetComputeJobsParameters): Promise<ComputeJob[]> {
  const { providerUrl, owner, jobId, signal } = parameters
  try {
    const query = { consumerAddress: owner, jobId }
    const response = await callProvider(client, {
      providerUrl,
      endpoint: 'computeStatus',
      query,
      repeatable: true,
      maxBytes: 32 * 1024 * 1024,
      signal,
    })
    const jobs = parseBody(response, jobsSchema).filter((job) => job.owner.toLowerCase() === owner.toLowerCase())
    return jobs.sort((a, b) => (b.dateCreated?.getTime() ?? 0) - (a.dateCreated?.getTime() ?? 0))
  } catch (cause) {
    if (cause instanceof HttpError && cause.status === 404) throw new ComputeUnsupportedError({ url: cause.url, cause })
    throw cause
  }
}
