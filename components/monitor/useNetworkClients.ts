'use client'

import { useMemo } from 'react'
import { useConfig } from 'wagmi'
import { getClient } from 'wagmi/actions'
import { sessionStore } from '@/hooks/sessionStore'
import { useAppConfiguration } from '@/hooks/useAppConfiguration'
import { useWallet } from '@/hooks/useWallet'
import { isLocalNetwork } from '@/lib/networks'
import { createOceanClient } from '@/lib/ocean'
import { toChainClient } from '@/lib/toChainClient'
import type { MonitoredProvider } from './model/MonitoredJob'

/** Every Provider of every configured network, with a client that can sign when a wallet is connected. */
export function useNetworkClients(): MonitoredProvider[] {
  const { networks } = useAppConfiguration()
  const config = useConfig()
  const walletClient = useWallet()
  return useMemo(
    () =>
      networks.flatMap((network) => {
        const chain = getClient(config, { chainId: network.chainId })
        if (!chain) return []
        const { chainId, aquariusUrl, providerUrl, contracts, startBlock } = network
        const client = createOceanClient({
          network: { chainId, aquariusUrl, providerUrl, contracts, startBlock },
          publicClient: toChainClient(chain),
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
