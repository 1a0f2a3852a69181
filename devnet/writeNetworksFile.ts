import { writeFileSync } from 'node:fs'
import type { Hex } from 'viem'
import type { OceanContracts } from './chain/deployPlan'

export type WriteNetworksFileParameters = {
  file: string
  chainId: number
  rpcUrl: string
  startBlock: number
  providerUrl: string
  aquariusUrl: string
  contracts: OceanContracts
  /** Keys that the app may act with, by the names it shows. */
  accounts: readonly { name: string; privateKey: Hex }[]
}

/** Writes the run-time configuration of the web app: this network, and who may act on it without a wallet. */
export function writeNetworksFile({ file, contracts, accounts, ...parameters }: WriteNetworksFileParameters): void {
  const { chainId, rpcUrl, startBlock, providerUrl, aquariusUrl } = parameters
  const { ERC721Factory, FixedPrice, Dispenser, Router, Ocean } = contracts
  const network = {
    ...{ chainId, name: 'Local network', rpcUrl, startBlock, aquariusUrl, providerUrl, otherProviderUrls: [] },
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    contracts: { ERC721Factory, FixedPrice, Dispenser, Router, Ocean },
    local: {
      accounts: accounts.map(({ name, privateKey }) => ({ name, privateKey })),
      faultsUrl: `${providerUrl}/devnet/faults`,
    },
  }
  writeFileSync(file, `${JSON.stringify({ defaultChainId: chainId, networks: [network] }, null, 2)}\n`)
}
