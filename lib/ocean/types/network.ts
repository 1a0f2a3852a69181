import type { Address } from 'viem'

/** The Ocean contracts of one chain, keyed as in the protocol's address file. */
export type OceanContracts = {
  ERC721Factory: Address
  FixedPrice: Address
  Dispenser: Address
  Router: Address
  /** Absent on chains without the token. */
  Ocean?: Address | undefined
}

export type OceanNetwork = {
  chainId: number
  /** Base URL of the metadata cache. */
  aquariusUrl: string
  /** Base URL of the Provider new assets are published with. */
  providerUrl: string
  contracts: OceanContracts
  /** First block worth searching for logs. Default 0. */
  startBlock?: number | undefined
}
