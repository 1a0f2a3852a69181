import type { Service } from '../assetSchema'
import type { CheckedAlgorithm } from './checkAlgorithm'

/**
 * Why a dataset's publisher does not let this algorithm run, as a code, or undefined when it may. Two empty lists let any
 * published algorithm run; where both lists have entries both must agree.
 */
export function findTrustFault({ compute }: Service, algorithm: CheckedAlgorithm): string | undefined {
  if (!compute) return algorithm.kind === 'raw' ? 'no_raw_algo_allowed' : 'not_trusted_algo'
  if (algorithm.kind === 'raw') return compute.allowRawAlgorithm ? undefined : 'no_raw_algo_allowed'
  const publishers = compute.publisherTrustedAlgorithmPublishers ?? []
  const owner = algorithm.asset.nft?.owner?.toLowerCase()
  if (publishers.length > 0 && !publishers.some((publisher) => publisher.toLowerCase() === owner)) {
    return 'not_trusted_algo_publisher'
  }
  const trusted = compute.publisherTrustedAlgorithms ?? []
  if (trusted.length === 0) return undefined
  if (trusted.some(({ did }) => did === undefined)) return 'no_publisherTrustedAlgorithms'
  const entry = trusted.findLast(({ did }) => did === algorithm.did)
  if (!entry) return 'not_trusted_algo'
  const { filesChecksum, containerSectionChecksum } = entry
  if (filesChecksum && String(filesChecksum).toLowerCase() !== algorithm.filesChecksum)
    return 'algorithm_file_checksum_mismatch'
  if (containerSectionChecksum && containerSectionChecksum !== algorithm.containerChecksum) {
    return 'algorithm_container_checksum_mismatch'
  }
  return undefined
}
