import type { Address } from 'viem'
import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { UnexpectedResponseError } from '../../errors/HttpError'
import { initializeComputeSchema } from '../../schemas/providerSchemas'
import type { OceanClient } from '../../types/client'
import type { ComputeAlgorithm, ComputeAsset, ComputeQuotes } from '../../types/provider'

export type InitializeComputeParameters = {
  providerUrl?: string | undefined
  datasets: readonly ComputeAsset[]
  algorithm: ComputeAlgorithm
  environmentId: string
  /** Unix seconds until which the environment is to be paid. */
  validUntil: number
  /** The environment's consumer address. */
  consumerAddress: Address
  signal?: AbortSignal | undefined
}

/**
 * What still has to be paid for a job, asset by asset. Quotes expire and are never stored.
 *
 * - HTTP: `POST initializeCompute`
 * - Source: provider-aquarius specification 4.3
 *
 * @throws {ComputeRefusedError} with the code of the protocol when the job would be refused.
 */
export async function initializeCompute(
  client: OceanClient,
  parameters: InitializeComputeParameters,
): Promise<ComputeQuotes> {
  const { providerUrl, datasets, algorithm, environmentId, validUntil, consumerAddress, signal } = parameters
  const body = {
    datasets: datasets.map(toItem),
    algorithm: algorithm.meta ? { meta: algorithm.meta } : toItem(algorithm),
    compute: { env: environmentId, validUntil },
    consumerAddress,
  }
  const response = await callProvider(client, {
    providerUrl,
    endpoint: 'initializeCompute',
    body,
    repeatable: true,
    timeout: 150_000,
    signal,
  })
  const quotes = parseBody(response, initializeComputeSchema)
  if (quotes.datasets.length !== datasets.length || (!algorithm.meta && !quotes.algorithm)) {
    throw new UnexpectedResponseError('The Provider did not quote every asset.', {
      url: response.url,
      status: response.status,
    })
  }
  return { datasets: quotes.datasets, algorithm: quotes.algorithm }
}

const toItem = ({ did, serviceId, transferTxId, userdata }: ComputeAsset) => ({
  documentId: did,
  serviceId,
  transferTxId,
  userdata,
})
