import { sha256, stringToBytes } from 'viem'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { type Asset, getFileInfo, type OceanClient } from '@/lib/ocean'
import type { AlgorithmChecksums } from './compareChecksums'

/**
 * What an algorithm's two sums are now: its files as its Provider fetches them, its container as its document has it.
 *
 * @returns `filesChecksum: undefined` when the Provider could not give it.
 */
export async function getLiveChecksums(
  client: OceanClient,
  { algorithm, signal }: { algorithm: Asset; signal?: AbortSignal | undefined },
): Promise<AlgorithmChecksums> {
  const service = getAlgorithmService(algorithm)
  const container = algorithm.metadata.algorithm?.container
  const containerSectionChecksum = container
    ? sha256(stringToBytes(`${container.entrypoint}${container.checksum}`)).slice(2)
    : undefined
  if (service === undefined) return { filesChecksum: undefined, containerSectionChecksum }
  try {
    const files = await getFileInfo(client, {
      did: algorithm.id,
      serviceId: service.id,
      providerUrl: service.serviceEndpoint,
      checksum: true,
      signal,
    })
    return { filesChecksum: files.map(({ checksum }) => checksum).join(''), containerSectionChecksum }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof Error)) throw error
    return { filesChecksum: undefined, containerSectionChecksum }
  }
}
