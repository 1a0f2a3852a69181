import type { Address, Hex } from 'viem'

export type ProviderEndpoint =
  | 'computeDelete'
  | 'computeEnvironments'
  | 'computeEvents'
  | 'computeResult'
  | 'computeStart'
  | 'computeStatus'
  | 'computeStop'
  | 'create_auth_token'
  | 'decrypt'
  | 'delete_auth_token'
  | 'download'
  | 'encrypt'
  | 'fileinfo'
  | 'initialize'
  | 'initializeCompute'
  | 'nonce'
  | 'validateContainer'

export type ProviderRoot = {
  /** Base URL without trailing slash. */
  url: string
  software: string
  version: string | undefined
  chainIds: readonly number[]
  /** The Provider's own address on each chain it serves. */
  addresses: Readonly<Record<number, Address>>
  endpoints: Readonly<Partial<Record<ProviderEndpoint, { method: string; path: string }>>>
}

/** One file of a service, as the Provider fetches it. */
export type FileObject =
  | {
      type: 'url'
      url: string
      method?: 'get' | 'post' | 'GET' | 'POST' | undefined
      headers?: Record<string, string> | undefined
    }
  | { type: 'ipfs'; hash: string; headers?: Record<string, string> | undefined }
  | { type: 'arweave'; transactionId: string; headers?: Record<string, string> | undefined }
  | { type: 'graphql'; url: string; query: string; headers?: Record<string, string> | undefined }
  | { type: 'smartcontract'; address: Address; chainId: number; abi: unknown }

/** What the Provider found when it looked at a file. */
export type FileInfo = {
  index: number
  type: string
  /** False when the file cannot be reached or may not be fetched. */
  valid: boolean
  filename: string | undefined
  contentType: string | undefined
  /** Bytes. */
  contentLength: number | undefined
  /** Lowercase hex without prefix; absent when not asked for or when the file is larger than the Provider hashes. */
  checksum: string | undefined
  checksumType: string | undefined
}

export type ComputeEnvironment = {
  id: string
  description: string
  cpuNumber: number
  cpuType: string
  gpuNumber: number
  gpuType: string
  ramGB: number
  diskGB: number
  /** Whole fee tokens per minute. */
  pricePerMinute: number
  free: boolean
  currentJobs: number
  maxJobs: number
  /** The identity jobs run under; orders name it as consumer. */
  consumerAddress: Address
  feeToken: Address | undefined
  /** Seconds results are kept; 0 is for ever. */
  storageExpiry: number
  /** Seconds an algorithm may run. */
  maxJobDuration: number
  lastSeen: Date | undefined
}

/** A price quote signed by the Provider. Short-lived: never stored. */
export type ProviderFee = {
  providerFeeAddress: Address
  providerFeeToken: Address
  /** Base units. */
  providerFeeAmount: bigint
  v: number
  r: Hex
  s: Hex
  /** Unix seconds; 0 for access. */
  validUntil: bigint
  providerData: Hex
}

/** The Provider's answer for one asset: what still has to be paid, if anything. */
export type OrderQuote = {
  datatoken: Address | undefined
  /** Hash of an order that is still good. */
  validOrder: Hex | undefined
  /** Present when something has to be sent on chain. */
  providerFee: ProviderFee | undefined
}

export type ComputeQuotes = { datasets: OrderQuote[]; algorithm: OrderQuote | undefined }

export type AlgorithmContainer = { entrypoint: string; image: string; tag: string; checksum: string }

/** An algorithm that is not published: code or a URL, where the dataset allows it. */
export type RawAlgorithm = {
  language?: string | undefined
  version?: string | undefined
  rawcode?: string | undefined
  url?: string | undefined
  container: AlgorithmContainer
}

/** One asset of a job. */
export type ComputeAsset = {
  did: string
  serviceId: string
  /** Hash of the order that pays for it. */
  transferTxId?: Hex | undefined
  userdata?: Record<string, unknown> | undefined
}

export type ComputeAlgorithm =
  | (ComputeAsset & { algocustomdata?: Record<string, unknown> | undefined; meta?: undefined })
  | { meta: RawAlgorithm; did?: undefined }

export type ComputeResultType = 'output' | 'algorithmLog' | 'configurationLog' | 'publishLog' | 'filteringLog' | 'other'

export type ComputeResult = {
  /** Position by which the file is requested. */
  index: number
  filename: string
  /** Bytes. */
  size: number
  type: ComputeResultType
}

export type ComputePhase =
  | 'queued'
  | 'starting'
  | 'provisioning'
  | 'running'
  | 'filtering'
  | 'publishing'
  | 'succeeded'
  | 'failed'
  | 'stopped'
  | 'timedOut'

export type ComputeJob = {
  jobId: string
  /** Order the job runs under. */
  agreementId: Hex
  owner: Address
  /** Protocol number, 1 to 70. */
  status: number
  statusText: string
  /** What the numbers amount to; the last four are final. */
  phase: ComputePhase
  /** True as soon as `dateFinished` is known; nothing changes afterwards. */
  ended: boolean
  dateCreated: Date | undefined
  dateFinished: Date | undefined
  results: ComputeResult[]
  stopRequested: boolean
  /** `undefined` for a raw algorithm. */
  algorithmDid: string | undefined
  datasetDids: string[]
}

export type ComputeEvent =
  | {
      type: 'job'
      id: string | undefined
      job: ComputeJob /** When it became so, as far as the service says. */
      timestamp?: Date | undefined
    }
  | { type: 'log'; id: string | undefined; source: string; text: string; timestamp: Date | undefined }

/** A file as a service sent it. */
export type DownloadedFile = { filename: string; contentType: string | undefined; bytes: Uint8Array }
