import {
  type Address,
  concatHex,
  encodePacked,
  isAddressEqual,
  keccak256,
  numberToHex,
  recoverMessageAddress,
  zeroAddress,
} from 'viem'
import { QuoteRejectedError } from '../errors/OrderError'
import type { OrderQuote, ProviderFee } from '../types/provider'
import { readProviderData } from './readProviderData'

export type CheckQuoteParameters = {
  quote: OrderQuote
  datatoken: Address
  serviceId: string
  /** Required for compute. */
  environmentId?: string | undefined
  /** The Provider's own address on this chain. */
  provider: Address | undefined
  feeToken?: Address | undefined
  /** Most base units that are plausible. */
  maxAmount: bigint
  /** Unix seconds the quote was asked for; 0 for access. */
  validUntil: number
}

/**
 * Makes sure that a quote is the one asked for: the chain would take the money for any other too.
 *
 * - Source: provider-aquarius specification 4.1; contracts specification 4.3
 *
 * @throws {QuoteRejectedError} naming the disagreement.
 */
export async function checkQuote(parameters: CheckQuoteParameters): Promise<void> {
  const { quote, datatoken, serviceId, environmentId, provider, feeToken, maxAmount, validUntil } = parameters
  const fee = quote.providerFee
  if (!fee) return
  if (quote.datatoken && !isAddressEqual(quote.datatoken, datatoken))
    throw new QuoteRejectedError({ reason: 'datatoken' })
  const data = readProviderData(fee.providerData)
  if (data?.datatoken !== datatoken.toLowerCase()) throw new QuoteRejectedError({ reason: 'datatoken' })
  if (data.serviceId !== serviceId) throw new QuoteRejectedError({ reason: 'service' })
  if (environmentId !== undefined && data.environment !== environmentId)
    throw new QuoteRejectedError({ reason: 'environment' })
  if (!provider || !isAddressEqual(fee.providerFeeAddress, provider))
    throw new QuoteRejectedError({ reason: 'provider' })
  if (
    fee.providerFeeAmount > 0n &&
    (isAddressEqual(fee.providerFeeToken, zeroAddress) || (feeToken && !isAddressEqual(fee.providerFeeToken, feeToken)))
  ) {
    throw new QuoteRejectedError({ reason: 'token' })
  }
  if (fee.providerFeeAmount > maxAmount) {
    throw new QuoteRejectedError({
      reason: 'amount',
      metaMessages: [`Quoted: ${fee.providerFeeAmount}`, `Plausible: up to ${maxAmount}`],
    })
  }
  if (fee.validUntil !== 0n && fee.validUntil < BigInt(validUntil)) throw new QuoteRejectedError({ reason: 'expired' })
  if (!isAddressEqual(await recoverFeeSigner(fee), fee.providerFeeAddress))
    throw new QuoteRejectedError({ reason: 'signature' })
}

/** The 32 bytes a Provider signs for a fee. */
export function hashProviderFee(
  fee: Pick<
    ProviderFee,
    'providerData' | 'providerFeeAddress' | 'providerFeeToken' | 'providerFeeAmount' | 'validUntil'
  >,
) {
  return keccak256(
    encodePacked(
      ['bytes', 'address', 'address', 'uint256', 'uint256'],
      [fee.providerData, fee.providerFeeAddress, fee.providerFeeToken, fee.providerFeeAmount, fee.validUntil],
    ),
  )
}

async function recoverFeeSigner(fee: ProviderFee): Promise<Address> {
  try {
    const signature = concatHex([fee.r, fee.s, numberToHex(fee.v, { size: 1 })])
    return await recoverMessageAddress({ message: { raw: hashProviderFee(fee) }, signature })
  } catch (cause) {
    throw new QuoteRejectedError({ reason: 'signature', cause })
  }
}
