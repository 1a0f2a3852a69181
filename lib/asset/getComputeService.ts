import type { Asset, Service } from '@/lib/ocean'

/** The service through which a dataset is computed on. Its position in the document is part of every order. */
export function getComputeService(asset: Pick<Asset, 'services'>): Service | undefined {
  return asset.services.find(({ type }) => type === 'compute')
}
