import type { Asset, Service } from '@/lib/ocean'

/** The service an algorithm is ordered by: its first, as the reference client takes it. */
export function getAlgorithmService(asset: Pick<Asset, 'services'>): Service | undefined {
  return asset.services[0]
}
