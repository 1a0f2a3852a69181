import { callProvider } from '../../clients/callProvider'
import type { OceanClient } from '../../types/client'
import type { AlgorithmContainer } from '../../types/provider'

export type ValidateContainerParameters = {
  providerUrl?: string | undefined
  container: AlgorithmContainer
  signal?: AbortSignal | undefined
}

/**
 * Has the Provider check that an algorithm's image is described completely.
 *
 * - HTTP: `POST validateContainer`
 * - Source: provider-aquarius specification 3.7
 *
 * @throws {RequestRefusedError} of kind `containerIncomplete`.
 */
export async function validateContainer(
  client: OceanClient,
  { providerUrl, container, signal }: ValidateContainerParameters,
): Promise<void> {
  await callProvider(client, { providerUrl, endpoint: 'validateContainer', body: container, repeatable: true, signal })
}
