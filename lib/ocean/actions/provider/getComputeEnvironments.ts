import { callProvider } from '../../clients/callProvider'
import { parseBody } from '../../clients/parseBody'
import { ComputeUnsupportedError } from '../../errors/ComputeError'
import { HttpError } from '../../errors/HttpError'
import { environmentsSchema } from '../../schemas/providerSchemas'
import type { OceanClient } from '../../types/client'
import type { ComputeEnvironment } from '../../types/provider'

export type GetComputeEnvironmentsParameters = { providerUrl?: string | undefined; signal?: AbortSignal | undefined }

/**
 * The machines a Provider can run jobs on, for this chain.
 *
 * - HTTP: `GET computeEnvironments`
 * - Source: provider-aquarius specification 5
 *
 * @throws {ComputeUnsupportedError} when it runs no jobs.
 */
export async function getComputeEnvironments(
  client: OceanClient,
  { providerUrl, signal }: GetComputeEnvironmentsParameters = {},
): Promise<ComputeEnvironment[]> {
  const { chainId } = client.network
  try {
    const response = await callProvider(client, {
      providerUrl,
      endpoint: 'computeEnvironments',
      query: { chainId },
      repeatable: true,
      signal,
    })
    const environments = parseBody(response, environmentsSchema)
    return Array.isArray(environments) ? environments : (environments[String(chainId)] ?? [])
  } catch (cause) {
    if (cause instanceof HttpError && cause.status === 404) throw new ComputeUnsupportedError({ url: cause.url, cause })
    throw cause
  }
}
