import type { Address } from 'viem'
import type { AlgorithmMetadata, ConsumerParameter } from './asset'
import type { FileObject, RawAlgorithm } from './provider'

/**
 * How people get an access token.
 *
 * - `none`: the publisher issues tokens by hand.
 * - `free`: a dispenser gives one at a time to anybody.
 * - `fixed`: sold at a price in another token.
 *
 * `template` 2 joins getting and ordering in one transaction and burns the token; 1 leaves it tradable.
 */
export type Pricing =
  | { type: 'none'; template?: 1 | 2 | undefined }
  | { type: 'free'; template?: 1 | 2 | undefined }
  | {
      type: 'fixed'
      /** Base units of `baseToken` for one access token. */
      price: bigint
      baseToken: Address
      /** Part of the price kept for `marketFeeCollector`, scaled by 1e18. Default 0. */
      marketFee?: bigint | undefined
      marketFeeCollector?: Address | undefined
      template?: 1 | 2 | undefined
    }

export type TrustedAlgorithmReference = {
  did: string /** Default: the first service. */
  serviceId?: string | undefined
}

export type ComputeOptionsDraft = {
  allowRawAlgorithm: boolean
  allowNetworkAccess: boolean
  /** Their checksums are fetched when the asset is published. */
  trustedAlgorithms?: TrustedAlgorithmReference[] | undefined
  trustedPublishers?: Address[] | undefined
}

export type ServiceDraft = {
  type: 'access' | 'compute'
  name?: string | undefined
  description?: string | undefined
  /** Default: the files of the asset. */
  files?: FileObject[] | undefined
  /** Seconds an order lasts; 0 is for ever. Default: the asset's. */
  timeout?: number | undefined
  compute?: ComputeOptionsDraft | undefined
  consumerParameters?: ConsumerParameter[] | undefined
}

type DraftBase = {
  name: string
  /** Default: the name. */
  description?: string | undefined
  /** Default: the first characters of the account. */
  author?: string | undefined
  license?: string | undefined
  tags?: string[] | undefined
  categories?: string[] | undefined
  links?: string[] | undefined
  copyrightHolder?: string | undefined
  contentLanguage?: string | undefined
  additionalInformation?: Record<string, unknown> | undefined
  files: FileObject[]
  /** Seconds an order lasts; 0 is for ever. Default `3_600`. */
  timeout?: number | undefined
  /** Accounts that alone may, or may not, use the asset. */
  credentials?: { allow?: Address[] | undefined; deny?: Address[] | undefined } | undefined
  /** Default `{ type: 'none' }`. */
  pricing?: Pricing | undefined
  /** Default: the network's. */
  providerUrl?: string | undefined
}

export type DatasetDraft = DraftBase & {
  type: 'dataset'
  /**
   * Default: an access service `"0"` and a compute service `"1"` which share the access token and allow no algorithm's author in
   * particular.
   */
  services?: ServiceDraft[] | undefined
  /** Options of the default compute service. */
  compute?: ComputeOptionsDraft | undefined
}

export type AlgorithmDraft = DraftBase & {
  type: 'algorithm'
  algorithm: AlgorithmMetadata
  /** Default: one access service `"0"`. */
  services?: ServiceDraft[] | undefined
}

export type AssetDraft = DatasetDraft | AlgorithmDraft

/** What changes of a published asset; everything left out stays as it is. */
export type AssetChanges = {
  metadata?:
    | (Partial<
        Pick<
          DraftBase,
          | 'name'
          | 'description'
          | 'author'
          | 'license'
          | 'tags'
          | 'categories'
          | 'links'
          | 'copyrightHolder'
          | 'additionalInformation'
        >
      > & {
        algorithm?: AlgorithmMetadata | undefined
      })
    | undefined
  credentials?: DraftBase['credentials']
  services?:
    | {
        id: string
        name?: string | undefined
        description?: string | undefined
        timeout?: number | undefined
        files?: FileObject[] | undefined
        consumerParameters?: ConsumerParameter[] | undefined
        compute?: { allowRawAlgorithm?: boolean | undefined; allowNetworkAccess?: boolean | undefined } | undefined
      }[]
    | undefined
}

export type AllowAlgorithmDraft = {
  /** Dataset whose list changes. */
  did: string
  /** Default: the first compute service. */
  serviceId?: string | undefined
  /** Added, or pinned to their present content when on the list already. */
  add?: TrustedAlgorithmReference[] | undefined
  remove?: string[] | undefined
  addPublishers?: Address[] | undefined
  removePublishers?: Address[] | undefined
}

export type AcquireDraft =
  | { method: 'mint'; mints: { datatoken: Address; to: Address /** Base units, 18 decimals. */; amount: bigint }[] }
  | {
      method: 'dispense'
      datatoken: Address
      to?: Address | undefined /** Default one token. */
      amount?: bigint | undefined
    }
  | {
      method: 'buy'
      datatoken: Address
      exchangeId: `0x${string}`
      /** Default one token. */
      amount?: bigint | undefined
      /** Most base units to spend, fees included. Default: the present price. */
      maxPrice?: bigint | undefined
    }

export type ComputeAssetDraft = {
  did: string
  /** Default: the first compute service of a dataset, the first service of an algorithm. */
  serviceId?: string | undefined
  /** An order known from elsewhere. */
  transferTxId?: `0x${string}` | undefined
  userdata?: Record<string, string | number | boolean> | undefined
}

export type ComputeDraft = {
  /** The first carries the provider fee. */
  datasets: ComputeAssetDraft[]
  /** Published, or given as code where the dataset allows that. */
  algorithm:
    | (ComputeAssetDraft & { algocustomdata?: Record<string, string | number | boolean> | undefined; meta?: undefined })
    | { meta: RawAlgorithm; did?: undefined }
  environmentId: string
  /** Seconds the job may need, from the moment of payment. Under 24 hours. Default: what the environment allows. */
  duration?: number | undefined
  /** Default: where the first dataset's compute service is. */
  providerUrl?: string | undefined
}
