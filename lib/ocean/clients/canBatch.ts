import type { OceanClient } from '../types/client'

/**
 * Whether the wallet takes several calls with one prompt and carries out all of them or none.
 *
 * - Source: EIP-5792, capability `atomic`
 */
export async function canBatch(client: OceanClient): Promise<boolean> {
  const { walletClient, network } = client
  const account = walletClient?.account
  if (!account || account.type === 'local') return false
  try {
    const { atomic } = await walletClient.getCapabilities({ account, chainId: network.chainId })
    return atomic?.status === 'supported' || atomic?.status === 'ready'
  } catch {
    return false
  }
}
