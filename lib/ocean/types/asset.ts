import type { Address, Hex } from 'viem'
import type { AlgorithmContainer } from './provider'

export type ConsumerParameter = {
  name: string
  type: 'text' | 'number' | 'boolean' | 'select'
  label: string
  required: boolean
  description: string
  default: string
  /** JSON text of the choices, for `select`. */
  options?: string | undefined
}

export type AlgorithmMetadata = {
  language?: string | undefined
  version?: string | undefined
  format?: string | undefined
  container: AlgorithmContainer
  consumerParameters?: ConsumerParameter[] | undefined
}

export type AssetMetadata = {
  created?: string | undefined
  updated?: string | undefined
  description: string
  name: string
  type: 'dataset' | 'algorithm'
  author: string
  license: string
  tags?: string[] | undefined
  categories?: string[] | undefined
  links?: string[] | undefined
  copyrightHolder?: string | undefined
  contentLanguage?: string | undefined
  additionalInformation?: unknown
  algorithm?: AlgorithmMetadata | undefined
}

/** An algorithm a publisher allows on a dataset, pinned to the content it had when allowed. */
export type TrustedAlgorithm = {
  did: string
  /** SHA-256 of every file, one after the other, lowercase hex. */
  filesChecksum: string
  /** SHA-256 of entrypoint and image checksum, lowercase hex. */
  containerSectionChecksum: string
}

export type ComputeOptions = {
  allowRawAlgorithm: boolean
  allowNetworkAccess: boolean
  publisherTrustedAlgorithms: TrustedAlgorithm[]
  publisherTrustedAlgorithmPublishers: string[]
}

export type Service = {
  id: string
  type: 'access' | 'compute'
  /** Ciphertext only the service's Provider can read. */
  files: Hex
  datatokenAddress: Address
  serviceEndpoint: string
  /** Seconds an order lasts; 0 is for ever. */
  timeout: number
  name?: string | undefined
  description?: string | undefined
  compute?: ComputeOptions | undefined
  consumerParameters?: ConsumerParameter[] | undefined
  additionalInformation?: unknown
}

export type CredentialRule = { type: string; values: string[] }
export type Credentials = { allow?: CredentialRule[] | undefined; deny?: CredentialRule[] | undefined }

/** The document whose bytes are hashed on chain. Unknown keys are kept. */
export type Ddo = {
  '@context': string[]
  id: string
  version: string
  chainId: number
  nftAddress: Address
  metadata: AssetMetadata
  services: Service[]
  credentials?: Credentials | undefined
}

/** 0 active, 1 end of life, 2 deprecated, 3 revoked, 4 ordering disabled, 5 unlisted. */
export type AssetState = 0 | 1 | 2 | 3 | 4 | 5

export type AssetPrice = {
  /** Whole tokens; `0` for a dispenser; absent when nothing is offered. */
  value?: number | undefined
  tokenAddress?: Address | undefined
  tokenSymbol?: string | undefined
}

/** A DDO with what the metadata cache adds to it. */
export type Asset = Ddo & {
  nft: {
    address: Address
    name: string
    symbol: string
    state: AssetState
    tokenURI?: string | undefined
    owner: Address
    created?: string | undefined
  }
  datatokens: { address: Address; name: string; symbol: string; serviceId: string }[]
  event: { tx: Hex; block: number; from: string; contract: string; datetime: string }
  /** `orders` is -1 when the cache does not count them. */
  stats: { orders?: number | undefined; allocated?: number | undefined; price?: AssetPrice | undefined }
  purgatory: { state: boolean; reason?: string | undefined }
}
