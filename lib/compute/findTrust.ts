import { getComputeService } from '@/lib/asset/getComputeService'
import type { Asset } from '@/lib/ocean'

/** Who may compute on a dataset, in the Provider's reading of its lists. */
export type Trust = {
  /** `any`: both lists are empty, so every published algorithm is let in. */
  kind: 'none' | 'any' | 'algorithms' | 'publishers' | 'both'
  algorithms: readonly { did: string; filesChecksum: string; containerSectionChecksum: string }[]
  publishers: readonly string[]
}

/** Reads who may compute on a dataset; `none` when it offers no compute service. */
export function findTrust(dataset: Pick<Asset, 'services'>): Trust {
  const service = getComputeService(dataset)
  const algorithms = service?.compute?.publisherTrustedAlgorithms ?? []
  const publishers = service?.compute?.publisherTrustedAlgorithmPublishers ?? []
  if (service === undefined) return { kind: 'none', algorithms, publishers }
  if (algorithms.length > 0 && publishers.length > 0) return { kind: 'both', algorithms, publishers }
  if (algorithms.length > 0) return { kind: 'algorithms', algorithms, publishers }
  if (publishers.length > 0) return { kind: 'publishers', algorithms, publishers }
  return { kind: 'any', algorithms, publishers }
}
