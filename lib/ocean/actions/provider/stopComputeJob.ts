import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { JobNotFoundError } from '../../errors/ComputeError'
import { startedJobsSchema } from '../../schemas/jobSchemas'
import type { OceanClient } from '../../types/client'
import type { ComputeJob } from '../../types/provider'
import { withAuthorization } from './withAuthorization'

export type StopComputeJobParameters = {
  providerUrl?: string | undefined
  jobId: string
  signal?: AbortSignal | undefined
}

/**
 * Asks for a job to be stopped; what it has written so far is still published. Asks for a signature unless a session is open.
 *
 * - HTTP: `PUT compute`
 * - Source: provider-aquarius specification 6.8
 */
export async function stopComputeJob(
  client: OceanClient,
  { providerUrl, jobId, signal }: StopComputeJobParameters,
): Promise<ComputeJob> {
  return withAuthorization(client, {
    providerUrl,
    signal,
    text: (address, nonce) => `${address}${jobId}${nonce}`,
    send: async ({ address, nonce, signature, headers }) => {
      const query = { consumerAddress: address, jobId, nonce, signature }
      const response = await callProvider(client, { providerUrl, endpoint: 'computeStop', query, headers, signal })
      const job = parseBody(response, startedJobsSchema).find((candidate) => candidate.jobId === jobId)
      if (!job) throw new JobNotFoundError({ jobId })
      return job
    },
  })
}
