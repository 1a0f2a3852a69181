import type { Address, Hex } from 'viem'

/** Chain id of the local development network. Built-in wallets exist on it and nowhere else. */
export const localChainId = 8996

/** A network the app is pointed at. URLs carry no trailing slash. */
export type Network = {
  chainId: number
  name: string
  rpcUrl: string
  aquariusUrl: string
  /** Where new assets are published. */
  providerUrl: string
  /** Providers whose jobs are shown besides. */
  otherProviderUrls: string[]
  nativeCurrency: { name: string; symbol: string; decimals: number }
  blockExplorerUrl?: string | undefined
  /** Block of the first Ocean contract: nothing older is searched. Default 0. */
  startBlock?: number | undefined
  contracts: {
    ERC721Factory: Address
    FixedPrice: Address
    Dispenser: Address
    Router: Address
    Ocean?: Address | undefined
  }
  /** Accounts whose public development keys the page may use. On the local network only. */
  local?:
    | {
        accounts: { name: string; privateKey: Hex; address: Address }[]
        /** Where faults are switched on and off, where the network offers that. */
        faultsUrl?: string | undefined
      }
    | undefined
}

/** What the server hands to the browser: public facts only. */
export type AppConfiguration = {
  defaultChainId: number
  networks: readonly [Network, ...Network[]]
}

/** Whether a network is the development network of this machine. */
export function isLocalNetwork(network: Pick<Network, 'chainId' | 'rpcUrl'>): boolean {
  const { hostname } = new URL(network.rpcUrl)
  return network.chainId === localChainId && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}
