import type { Asset, Service } from './assetSchema'

export type FoundService = {
  service: Service
  /** Position in the document, which orders name on chain. */
  index: number
}

/** The service of an asset by its id, given as text or number. */
export function findService(asset: Asset, id: unknown): FoundService | undefined {
  const services = asset.services ?? []
  const index = services.findIndex((service) => service.id === String(id))
  const service = services[index]
  return service && { service, index }
}
