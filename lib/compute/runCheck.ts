import type { AccessOptions, Asset, ComputeEnvironment, FileInfo, OrderQuote } from '@/lib/ocean'
import type { AlgorithmChecksums } from './compareChecksums'
import type { Obstacle } from './findObstacles'

/** Something that was asked for: the answer, or why there is none. Never a guess. */
export type Fact<value> = { known: true; value: value } | { known: false; error?: Error | undefined }

/** What the account can pay one order of an asset with. */
export type AccessFacts = {
  quote: Fact<OrderQuote | undefined>
  /** What the account holds, and how more can be had. */
  options: Fact<AccessOptions>
  /** Base units the account holds of the token the cheapest offer is in. */
  purse: Fact<{ balance: bigint; symbol: string; decimals: number }>
  /** Seconds an order lasts; 0 is for ever. */
  timeout: number
  /** Unix seconds at which the account's latest order here ran out; `undefined` when there is none that did. */
  lapsedAt?: number | undefined
  /** Seconds the machine is still paid for by the order to go on with. */
  paidFor?: number | undefined
  /** A job that is still running was started on that order, which pays for one at a time. */
  inUse?: boolean | undefined
}

/** Everything "Will it run?" is judged by. */
export type RunFacts = {
  account: string | undefined
  /** Chain the wallet is on. */
  walletChainId: number | undefined
  chainId: number
  dataset: Asset
  algorithm: Asset
  /** What the Provider offers. */
  environments: Fact<readonly ComputeEnvironment[]>
  /** The one chosen of them. */
  environment: ComputeEnvironment | undefined
  liveChecksums: Fact<AlgorithmChecksums>
  datasetFiles: Fact<readonly FileInfo[]>
  algorithmFiles: Fact<readonly FileInfo[]>
  /** Whether the Provider itself, asked for a quote, had nothing against the job. */
  verdict: Fact<true>
  datasetAccess: AccessFacts
  algorithmAccess: AccessFacts
  /** Base units of the fee token, and how many the account holds of it. */
  fee: Fact<{ amount: bigint; token: string; symbol: string; decimals: number; balance: bigint | undefined }>
  /** Whether whoever takes the fee may take it already: the asset's token contract, up to this amount. */
  feeAllowance: Fact<bigint>
  /** Base units of the chain's own currency the account holds, for transactions. */
  gas: Fact<{ balance: bigint; symbol: string }>
}

export type RunCheckId =
  | 'wallet'
  | 'chain'
  | 'gas'
  | 'allowed'
  | 'checksum'
  | 'provider'
  | 'datasetFile'
  | 'algorithmFile'
  | 'environment'
  | 'image'
  | 'verdict'
  | 'datasetAccess'
  | 'algorithmAccess'
  | 'fee'
  | 'together'
  | 'retention'

export type RunLevel = 'green' | 'amber' | 'red' | 'unknown'

/** What helps: a button where the page can do it, words where somebody else has to. */
export type RunFix =
  | 'connect'
  | 'switchChain'
  | 'getGas'
  | 'allow'
  | 'edit'
  | 'askOwner'
  | 'acquire'
  | 'fund'
  | 'chooseEnvironment'
  | 'chooseOther'
  | 'retry'

/** What was found. The UI has the words for every `finding`. */
export type RunFinding =
  | { id: 'wallet'; finding: 'connected' | 'missing' }
  | { id: 'chain'; finding: 'right' | 'wrong' | 'unconnected'; chainId: number }
  | { id: 'gas'; finding: 'enough' | 'none' | 'unneeded' | 'unknown'; symbol: string }
  | { id: 'allowed'; finding: 'named' | 'anyPublished' | 'refused'; obstacles: Obstacle[] }
  | { id: 'checksum'; finding: 'same' | 'unpinned' | 'filesChanged' | 'containerChanged' | 'bothChanged' | 'unknown' }
  | { id: 'provider'; finding: 'same' | 'different'; datasetUrl: string; algorithmUrl: string }
  | {
      id: 'datasetFile' | 'algorithmFile'
      finding: 'reachable' | 'unreachable' | 'unknown'
      files: readonly FileInfo[]
    }
  | {
      id: 'environment'
      finding: 'room' | 'full' | 'none' | 'nothingOffered' | 'unknown'
      environment: ComputeEnvironment | undefined
    }
  | { id: 'image'; finding: 'runs' | 'refused' | 'incomplete' | 'unknown'; image: string; reason: string | undefined }
  | { id: 'verdict'; finding: 'accepted' | 'refused' | 'unanswered' | 'unasked'; error: Error | undefined }
  | {
      id: 'datasetAccess' | 'algorithmAccess'
      finding: 'ordered' | 'inUse' | 'renew' | 'holds' | 'free' | 'priced' | 'short' | 'noOffer' | 'unknown'
      balance: bigint | undefined
      /** What the cheapest offer asks. */
      price: { amount: bigint; symbol: string; decimals: number } | undefined
      timeout: number
      lapsedAt: number | undefined
      /** Seconds of paid machine time left, where that is less than a job may take. */
      paidFor: number | undefined
    }
  | {
      id: 'fee'
      finding: 'free' | 'covered' | 'approved' | 'short' | 'unknown'
      amount: bigint | undefined
      symbol: string
      decimals: number
      balance: bigint | undefined
    }
  | {
      id: 'together'
      finding: 'covered' | 'short'
      /** Base units of one token that token prices and the fee come to. */
      amount: bigint
      symbol: string
      decimals: number
      balance: bigint
    }
  | { id: 'retention'; finding: 'forever' | 'long' | 'short' | 'unknown'; seconds: number }

export type RunCheck = RunFinding & {
  level: RunLevel
  fix?: RunFix | undefined
  /** Whose asset has to be changed, for `edit` and `askOwner`. Default the dataset's. */
  whose?: 'dataset' | 'algorithm' | undefined
  /** Id of an environment that would do, for `chooseEnvironment`. */
  alternative?: string | undefined
}
