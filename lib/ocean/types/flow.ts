import type { Address, Hash, Hex } from 'viem'
import type { Json } from './json'

/** What a prompt is for. The UI has the words. */
export type ConfirmationPurpose =
  | 'createAsset'
  | 'createFreeAsset'
  | 'createPricedAsset'
  | 'publishAsset'
  | 'publishInOne'
  | 'updateAsset'
  | 'changeState'
  | 'mint'
  | 'dispense'
  | 'approve'
  | 'buy'
  | 'order'
  | 'getAndOrder'
  | 'buyAndOrder'
  | 'renewOrder'
  | 'orderInOne'
  | 'setPrice'
  | 'session'
  | 'startJob'
  | 'stopJob'

/** One prompt the wallet will show. */
export type Confirmation = {
  step: string
  kind: 'transaction' | 'signature'
  purpose: ConfirmationPurpose
  /** What leaves the account, or what is approved, or minted. */
  token?: { address: Address; amount: bigint } | undefined
  /** Who may take `token`, for approvals. */
  spender?: Address | undefined
  /** DID or address the prompt is about. */
  subject?: string | undefined
  /** Typical gas, for transactions; the account pays it. */
  gas?: bigint | undefined
}

export type FlowEvent<S extends string = string> =
  | { type: 'plan'; confirmations: Confirmation[] }
  | { type: 'step'; step: S; status: 'working' | 'skipped' }
  /**
   * A prompt is about to be shown. `nonce` and `call`, a hash of what is called with what, find a transaction again whose hash never
   * arrived; `batch` is the wallet's id of calls it has taken and will carry out together.
   */
  | {
      type: 'step'
      step: S
      status: 'signing'
      nonce?: number | undefined
      call?: Hex | undefined
      batch?: string | undefined
    }
  | { type: 'step'; step: S; status: 'mining'; hash: Hash; nonce?: number | undefined }
  /** The transaction was replaced or forgotten by the network: nothing of it happened. */
  | { type: 'step'; step: S; status: 'dropped' }
  | { type: 'step'; step: S; status: 'done'; value?: Json | undefined }

export type CheckpointStep = {
  hash?: Hash | undefined
  /** Account nonce of the transaction, once known. */
  nonce?: number | undefined
  /** Hash of target and data, while the hash of the transaction is not known. */
  call?: Hex | undefined
  /** Id of a batch handed to the wallet. */
  batch?: string | undefined
  value?: Json | undefined
  done?: true | undefined
}

/** The fold of a flow's events: JSON-safe, all a flow needs to go on later. */
export type Checkpoint = { version: 1; steps: Record<string, CheckpointStep> }

export type FlowOptions = {
  /** Where an earlier run came to. */
  checkpoint?: Checkpoint | undefined
  signal?: AbortSignal | undefined
}
