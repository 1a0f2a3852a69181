import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { JobOutcomeUnknownError } from '../../errors/ComputeError'
import { ServiceFailedError, ServiceUnreachableError, UnexpectedResponseError } from '../../errors/HttpError'
import { startedJobsSchema } from '../../schemas/jobSchemas'
import type { OceanClient } from '../../types/client'
import type { ComputeAlgorithm, ComputeAsset, ComputeJob } from '../../types/provider'
import { withAuthorization } from './withAuthorization'

export type StartComputeJobParameters = {
  providerUrl?: string | undefined
  /** Every asset with the order that pays for it. The first is the main one. */
  datasets: readonly ComputeAsset[]
  algorithm: ComputeAlgorithm
  environmentId: string
  signal?: AbortSignal | undefined
}
export type StartComputeJobReturnType = ComputeJob

/**
 * Starts a job whose assets have been paid for. Asks for a signature unless a session is open.
 *
 * - HTTP: `POST compute`
 * - Source: provider-aquarius specification 6.1
 *
 * @throws {ComputeRefusedError} when the Provider says no.
 * @throws {JobOutcomeUnknownError} when it cannot be known whether the job was started: look it up before asking again.
 */
export async function startComputeJob(
  client: OceanClient,
  parameters: StartComputeJobParameters,
): Promise<StartComputeJobReturnType> {
  const { providerUrl, datasets, algorithm, environmentId, signal } = parameters
  const [dataset, ...additional] = datasets
  if (!dataset) throw new RangeError('A job needs a dataset.')
  return withAuthorization(client, {
    providerUrl,
    signal,
    text: (address, nonce) => `${address}${dataset.did}${nonce}`,
    send: async ({ address, nonce, signature, headers }) => {
      const body = {
        dataset: toItem(dataset),
        environment: environmentId,
        algorithm: algorithm.meta
          ? { meta: algorithm.meta }
          : { ...toItem(algorithm), ...(algorithm.algocustomdata ? { algocustomdata: algorithm.algocustomdata } : {}) },
        ...(additional.length > 0 ? { additionalDatasets: additional.map(toItem) } : {}),
        ...(signature ? { signature } : {}),
        nonce,
        consumerAddress: address,
      }
      try {
        const response = await callProvider(client, {
          providerUrl,
          endpoint: 'computeStart',
          body,
          headers,
          timeout: 150_000,
          signal,
        })
        const [job] = parseBody(response, startedJobsSchema)
        if (job?.owner.toLowerCase() === address.toLowerCase()) return job
        throw new UnexpectedResponseError('The Provider named no job of this account.', {
          url: response.url,
          status: response.status,
        })
      } catch (cause) {
        const unknown = [ServiceFailedError, ServiceUnreachableError, UnexpectedResponseError].some(
          (type) => cause instanceof type,
        )
        throw unknown || signal?.aborted ? new JobOutcomeUnknownError({ cause }) : cause
      }
    },
  })
}

const toItem = ({ did, serviceId, transferTxId, userdata }: ComputeAsset) => ({
  documentId: did,
  serviceId,
  transferTxId,
  userdata,
})
