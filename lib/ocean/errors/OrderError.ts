import type { Address, Hash } from 'viem'
import { OceanError, type OceanErrorOptions } from './OceanError'

/** About paying for an asset. */
export class OrderError extends OceanError {
  override name = 'OrderError'
}

/** The Provider's quote is not what was asked for, so nothing is paid. */
export class QuoteRejectedError extends OrderError {
  override name = 'QuoteRejectedError'
  readonly reason:
    | 'signature'
    | 'provider'
    | 'datatoken'
    | 'service'
    | 'environment'
    | 'amount'
    | 'token'
    | 'expired'
    | 'incomplete'

  constructor({ reason, ...options }: OceanErrorOptions & { reason: QuoteRejectedError['reason'] }) {
    super('The Provider quoted something else than was asked for.', {
      ...options,
      metaMessages: [
        `Disagreement: ${reason}`,
        ...(options.metaMessages ?? []),
        'Nothing was sent. Ask again, or report it to the Provider.',
      ],
    })
    this.reason = reason
  }
}

/** No access token in the account, and none to be had. */
export class DatatokenUnavailableError extends OrderError {
  override name = 'DatatokenUnavailableError'
  readonly datatoken: Address
  readonly did: string | undefined

  constructor({ datatoken, did }: { datatoken: Address; did?: string | undefined }) {
    super('The account holds no access token for this asset, and it is neither given away nor sold.', {
      metaMessages: [...(did ? [`Asset: ${did}`] : []), `Access token: ${datatoken}`, 'Ask the publisher for one.'],
    })
    this.datatoken = datatoken
    this.did = did
  }
}

export class BalanceTooLowError extends OrderError {
  override name = 'BalanceTooLowError'
  readonly token: Address
  readonly needed: bigint
  readonly balance: bigint

  constructor({ token, needed, balance }: { token: Address; needed: bigint; balance: bigint }) {
    super('The account does not hold enough of the payment token.', {
      metaMessages: [`Token: ${token}`, `Needed: ${needed}`, `Held: ${balance}`],
    })
    this.token = token
    this.needed = needed
    this.balance = balance
  }
}

/** An order of ours, paid and not expired, which the Provider does not accept: paying again would be paying twice. */
export class OrderNotRecognisedError extends OrderError {
  override name = 'OrderNotRecognisedError'
  readonly transactionHash: Hash

  constructor({ transactionHash, did }: { transactionHash: Hash; did: string }) {
    super('The Provider does not recognise an order that has been paid.', {
      metaMessages: [
        `Asset: ${did}`,
        `Order: ${transactionHash}`,
        'Nothing more was paid. Wait a minute and try again.',
      ],
    })
    this.transactionHash = transactionHash
  }
}

/** More has to be paid than was shown. */
export class PriceChangedError extends OrderError {
  override name = 'PriceChangedError'
}
