import type { Account, Chain, Hash, PublicClient, Transport, WalletClient } from 'viem'
import type { OceanNetwork } from './network'
import type { ProviderRoot } from './provider'

/** A bearer token of one account at one Provider, which stands for a signature. */
export type Session = { token: string /** Unix seconds. */; expiresAt: number }

export type SessionKey = { providerUrl: string; address: string }

/** Where tokens are kept. Never a URL or a log. The default forgets them with the page. */
export type SessionStore = {
  get(key: SessionKey): Session | undefined
  set(key: SessionKey, session: Session): void
  delete(key: SessionKey): void
}

/** What is asked of the chain: any viem public client has it, and a page can have just this. */
export type ChainClient = Pick<
  PublicClient<Transport, Chain | undefined>,
  | 'chain'
  | 'request'
  | 'call'
  | 'getBalance'
  | 'getBlock'
  | 'getBlockNumber'
  | 'getCode'
  | 'getTransaction'
  | 'getTransactionCount'
  | 'getTransactionReceipt'
  | 'readContract'
  | 'simulateCalls'
  | 'simulateContract'
>

/** What is asked of a wallet. */
export type Wallet<account extends Account | undefined = Account | undefined> = Pick<
  WalletClient<Transport, Chain | undefined, account>,
  | 'account'
  | 'chain'
  | 'getAddresses'
  | 'getCallsStatus'
  | 'getCapabilities'
  | 'getChainId'
  | 'sendCalls'
  | 'sendTransaction'
  | 'signMessage'
>

export type CreateOceanClientParameters = {
  network: OceanNetwork
  publicClient: ChainClient
  /** Without it, reads work and everything that asks for a confirmation throws `WalletRequiredError`. */
  walletClient?: Wallet | undefined
  /** Milliseconds between two looks at a service or the chain. Default `1_000`. */
  pollingInterval?: number | undefined
  /** Milliseconds before an HTTP request is given up. Default `30_000`. */
  timeout?: number | undefined
  /** How often a failed read is tried again. Nothing that may spend is ever repeated. Default `2`. */
  retryCount?: number | undefined
  sessions?: SessionStore | undefined
  fetch?: typeof globalThis.fetch | undefined
}

export type OceanClient = {
  readonly network: OceanNetwork
  readonly publicClient: ChainClient
  readonly walletClient: Wallet | undefined
  readonly pollingInterval: number
  readonly timeout: number
  readonly retryCount: number
  readonly sessions: SessionStore
  readonly fetch: typeof globalThis.fetch
  /** What answers at a base URL, asked once and forgotten on failure. */
  readonly roots: Map<string, Promise<ProviderRoot>>
  /** The end of the queue of signed calls by Provider and account, so that nonces never cross. */
  readonly queues: Map<string, Promise<unknown>>
}

/** Hash of a transaction that has been sent and may not be mined yet. */
export type WriteReturnType = Hash
