'use client'
import { useMemo } from 'react'
import { createOceanClient, type OceanClient } from '@/lib/ocean'
import { sessionStore } from './sessionStore'
import { useChainClient } from './useChainClient'
import { useNetwork } from './useNetwork'
import { useWallet } from './useWallet'

/**
 * The protocol client of the present network, with the wallet when one is connected.
 *
 * Stable until network or account change, so that it may stand in dependency lists.
 */
export function useOceanClient(): OceanClient {
  const network = useNetwork()
  const publicClient = useChainClient({ chainId: network.chainId })
  const walletClient = useWallet({ chainId: network.chainId })
  const { chainId, aquariusUrl, providerUrl, contracts, startBlock, isLocal } = network
  return useMemo(() => {
    if (!publicClient) throw new Error(`Chain ${chainId} is not configured`)
    return createOceanClient({
      network: { chainId, aquariusUrl, providerUrl, contracts, startBlock },
      publicClient,
      walletClient,
      pollingInterval: isLocal ? 300 : 2_000,
      sessions: sessionStore,
    })
  }, [chainId, aquariusUrl, providerUrl, contracts, startBlock, isLocal, publicClient, walletClient])
}
