'use client'
import { useChainId } from 'wagmi'
import { isLocalNetwork, type Network } from '@/lib/networks'
import { useAppConfiguration } from './useAppConfiguration'

export type UseNetworkReturnType = Network & { isLocal: boolean }

/** The network the page works on: the one chosen in the wallet when it is configured, else the default one. */
export function useNetwork(): UseNetworkReturnType {
  const configuration = useAppConfiguration()
  const chainId = useChainId()
  const network =
    configuration.networks.find((candidate) => candidate.chainId === chainId) ??
    configuration.networks.find((candidate) => candidate.chainId === configuration.defaultChainId) ??
    configuration.networks[0]
  return { ...network, isLocal: isLocalNetwork(network) }
}
