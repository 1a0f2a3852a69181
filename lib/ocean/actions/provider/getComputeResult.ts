import { callProvider } from '../../clients/callProvider'
import { readFile } from '../../clients/readFile'
import type { OceanClient } from '../../types/client'
import type { DownloadedFile } from '../../types/provider'
import { withAuthorization } from './withAuthorization'

export type GetComputeResultParameters = {
  providerUrl?: string | undefined
  jobId: string
  /** Position in the job's `results`, over outputs and logs. */
  index: number
  /** Default 256 MiB. */
  maxBytes?: number | undefined
  /** Milliseconds. Default five minutes. */
  timeout?: number | undefined
  signal?: AbortSignal | undefined
}
export type GetComputeResultReturnType = DownloadedFile

/**
 * Fetches one file a job has left. Asks for a signature unless a session is open.
 *
 * - HTTP: `GET computeResult`
 * - Source: provider-aquarius specification 7
 */
export async function getComputeResult(
  client: OceanClient,
  parameters: GetComputeResultParameters,
): Promise<GetComputeResultReturnType> {
  const { providerUrl, jobId, index, maxBytes = 256 * 1024 * 1024, timeout = 300_000, signal } = parameters
  return withAuthorization(client, {
    providerUrl,
    signal,
    text: (address, nonce) => `${address}${jobId}${index}${nonce}`,
    send: async ({ address, nonce, signature, headers }) => {
      const query = { jobId, index, consumerAddress: address, nonce, signature }
      return readFile(
        await callProvider(client, {
          providerUrl,
          endpoint: 'computeResult',
          query,
          headers,
          maxBytes,
          timeout,
          signal,
        }),
      )
    },
  })
}
