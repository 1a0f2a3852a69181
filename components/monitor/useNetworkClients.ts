'use client'

import { useMemo } from 'react'
import { useConfig, useWalletClient } from 'wagmi'
import { getPublicClient } from 'wagmi/actions'
import { sessionStore } from '@/hooks/sessionStore'
import { useAppConfiguration } from '@/hooks/useAppConfiguration'
import { isLocalNetwork } from '@/lib/networks'
import { createOceanClient } from '@/lib/ocean'
import type { MonitoredProvider } from './model/MonitoredJob'

/** Every Provider of every configured network, with a client that can sign when a wallet is connected. */
export function useNetworkClients(): MonitoredProvider[] {
  const { networks } = useAppConfiguration()
  const config = useConfig()
  const { data: walletClient } = useWalletClient()
  return useMemo(
    () =>
      networks.flatMap((network) => {
        const publicClient = getPublicClient(config, { chainId: network.chainId })
        if (!publicClient) return []
        const { chainId, aquariusUrl, providerUrl, contracts, startBlock } = network
        const client = createOceanClient({
          network: { chainId, aquariusUrl, providerUrl, contracts, startBlock },
          publicClient,
          walletClient,
          pollingInterval: isLocalNetwork(network) ? 400 : 2_000,
          sessions: sessionStore,
        })
        return [...new Set([providerUrl, ...network.otherProviderUrls])].map((url) => ({
          network,
          client,
          providerUrl: url,
        }))
      }),
    [networks, config, walletClient],
  )
}
