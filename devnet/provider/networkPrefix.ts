import type { Asset } from './assetSchema'
import type { ProviderContext } from './types'

/** A message that begins with the Provider's network, which is unknown for an asset without a chain. */
export function networkPrefix({ chainId, networkName }: ProviderContext, asset: Asset, message: string): string {
  return `Provider ${asset.chainId === chainId ? networkName : 'Unknown'}: ${message}`
}
