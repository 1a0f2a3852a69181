import { sha256, stringToBytes } from 'viem'
import { AssetError, ServiceNotFoundError } from '../../errors/AssetError'
import type { Asset, TrustedAlgorithm } from '../../types/asset'
import type { OceanClient } from '../../types/client'
import { getAsset } from '../aquarius/getAsset'
import { getFileInfo } from './getFileInfo'

export type GetTrustedAlgorithmParameters = {
  did: string
  /** Default: the first service. */
  serviceId?: string | undefined
  /** Saves reading it again. */
  asset?: Asset | undefined
  signal?: AbortSignal | undefined
}

/**
 * Pins an algorithm to its present content: the entry a dataset's list holds, computed now.
 *
 * - Source: provider-aquarius specification 6.4
 *
 * @throws {ChecksumMissingError} when a file's checksum cannot be had: an empty one would disable the check.
 */
export async function getTrustedAlgorithm(
  client: OceanClient,
  parameters: GetTrustedAlgorithmParameters,
): Promise<TrustedAlgorithm> {
  const { did, signal } = parameters
  const asset = parameters.asset ?? (await getAsset(client, { did, signal }))
  const container = asset.metadata.algorithm?.container
  if (asset.metadata.type !== 'algorithm' || !container)
    throw new AssetError('This asset is not an algorithm.', { did })
  const service = parameters.serviceId
    ? asset.services.find(({ id }) => id === parameters.serviceId)
    : asset.services[0]
  if (!service) throw new ServiceNotFoundError({ did, serviceId: parameters.serviceId ?? '0' })
  const files = await getFileInfo(client, {
    providerUrl: service.serviceEndpoint,
    did,
    serviceId: service.id,
    checksum: true,
    signal,
  })
  return {
    did,
    filesChecksum: files.map((file) => file.checksum).join(''),
    containerSectionChecksum: getContainerChecksum(container),
  }
}

/** SHA-256 of entrypoint and image checksum, without prefix. */
export function getContainerChecksum({ entrypoint, checksum }: { entrypoint: string; checksum: string }): string {
  return sha256(stringToBytes(`${entrypoint}${checksum}`)).slice(2)
}
