import type { Address, Hash } from 'viem'
import { OceanError, type OceanErrorOptions } from './OceanError'
import type { RevertKind } from './revertCatalogue'

/** The chain, or the wallet that speaks to it. */
export class ChainError extends OceanError {
  override name = 'ChainError'
}

/** A contract refused; found by simulating, before anything was spent, unless `transactionHash` is there. */
export class TransactionRevertedError extends ChainError {
  override name = 'TransactionRevertedError'
  /** Text of the contract. */
  readonly reason: string | undefined
  readonly kind: RevertKind
  readonly transactionHash: Hash | undefined

  constructor(
    options: OceanErrorOptions & {
      reason: string | undefined
      kind: RevertKind
      functionName?: string | undefined
      transactionHash?: Hash | undefined
    },
  ) {
    const { reason, kind, functionName, transactionHash, ...rest } = options
    super(transactionHash ? 'The transaction was mined but failed.' : 'The contract would refuse this transaction.', {
      ...rest,
      details: reason ?? rest.details,
      metaMessages: [
        ...(functionName ? [`Function: ${functionName}`] : []),
        ...(transactionHash ? [`Transaction: ${transactionHash}`] : ['Nothing was sent.']),
        ...(rest.metaMessages ?? []),
      ],
    })
    this.reason = reason
    this.kind = kind
    this.transactionHash = transactionHash
  }
}

/** A transaction succeeded without doing what it was sent for. */
export class EventMissingError extends ChainError {
  override name = 'EventMissingError'
  readonly eventName: string
  readonly transactionHash: Hash

  constructor({ eventName, address, transactionHash }: { eventName: string; address: Address; transactionHash: Hash }) {
    super('The transaction was mined but did not have the expected effect.', {
      metaMessages: [`Expected event: ${eventName}`, `From contract: ${address}`, `Transaction: ${transactionHash}`],
    })
    this.eventName = eventName
    this.transactionHash = transactionHash
  }
}

/** The wallet replaced the transaction by another one, or cancelled it. */
export class TransactionReplacedError extends ChainError {
  override name = 'TransactionReplacedError'
  readonly reason: 'cancelled' | 'replaced'
  readonly transactionHash: Hash

  constructor({
    reason,
    transactionHash,
    replacement,
  }: { reason: 'cancelled' | 'replaced'; transactionHash: Hash; replacement?: Hash | undefined }) {
    super(
      reason === 'cancelled'
        ? 'The transaction was cancelled in the wallet.'
        : 'The transaction was replaced in the wallet.',
      {
        metaMessages: [
          `Transaction: ${transactionHash}`,
          ...(replacement ? [`Replaced by: ${replacement}`] : []),
          'Nothing of it happened. Start the step again to send it once more.',
        ],
      },
    )
    this.reason = reason
    this.transactionHash = transactionHash
  }
}

/** The network no longer knows a transaction which had been sent. */
export class TransactionDroppedError extends ChainError {
  override name = 'TransactionDroppedError'
  readonly transactionHash: Hash

  constructor({ transactionHash }: { transactionHash: Hash }) {
    super('The network has forgotten the transaction before it was mined.', {
      metaMessages: [
        `Transaction: ${transactionHash}`,
        'Nothing was spent. Start the step again to send it once more.',
      ],
    })
    this.transactionHash = transactionHash
  }
}

/** A transaction is still waiting to be mined. */
export class TransactionPendingError extends ChainError {
  override name = 'TransactionPendingError'
  readonly transactionHash: Hash

  constructor({ transactionHash, cause }: { transactionHash: Hash; cause?: unknown }) {
    super('The transaction has not been mined yet.', {
      cause,
      metaMessages: [`Transaction: ${transactionHash}`, 'Come back later: it is not sent again.'],
    })
    this.transactionHash = transactionHash
  }
}

/** The wallet stands on another chain than the assets. */
export class WrongChainError extends ChainError {
  override name = 'WrongChainError'
  readonly expected: number
  readonly actual: number

  constructor({ expected, actual }: { expected: number; actual: number }) {
    super('The wallet is on another network.', {
      metaMessages: [`Expected chain: ${expected}`, `Wallet's chain: ${actual}`, 'Switch the network in the wallet.'],
    })
    this.expected = expected
    this.actual = actual
  }
}

/** Something needs a confirmation and no account is connected. */
export class WalletRequiredError extends ChainError {
  override name = 'WalletRequiredError'

  constructor() {
    super('No account is connected.', { metaMessages: ['Connect a wallet.'] })
  }
}

/** The wallet is connected but shows no account. */
export class WalletLockedError extends ChainError {
  override name = 'WalletLockedError'

  constructor() {
    super('The wallet is locked.', { metaMessages: ['Unlock it.'] })
  }
}

/** The wallet or its chain service failed while a transaction was handed over: it may have been sent all the same. */
export class SendFailedError extends ChainError {
  override name = 'SendFailedError'

  constructor({ functionName, cause }: { functionName?: string | undefined; cause: unknown }) {
    super('The wallet did not say whether the transaction was sent.', {
      cause,
      metaMessages: [
        ...(functionName ? [`Function: ${functionName}`] : []),
        'Start the step again: the chain is asked first whether it was sent.',
      ],
    })
  }
}

/** The wallet stands on another account than the one this was begun with. */
export class WrongAccountError extends ChainError {
  override name = 'WrongAccountError'

  constructor({ expected, actual }: { expected: Address; actual: Address }) {
    super('This was begun with another account.', {
      metaMessages: [`Begun with: ${expected}`, `Connected: ${actual}`, 'Switch back to the first account.'],
    })
  }
}
