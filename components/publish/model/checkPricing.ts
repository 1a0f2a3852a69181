import { checkAddress } from './checkAddress'
import { checkAmount } from './checkAmount'
import type { PricingForm } from './form'
import type { Problem } from './problems'

type PricingField = 'price' | 'baseToken' | 'marketFee' | 'marketFeeCollector'

/** Looks at a fixed price. */
export function checkPricing(
  pricing: PricingForm,
  { decimals = 18 }: { decimals?: number | undefined },
): Partial<Record<PricingField, Problem>> {
  if (pricing.type !== 'fixed') return {}
  const price = checkAmount(pricing.price, { decimals })
  const token = pricing.baseToken.trim() === '' ? 'missing' : checkAddress(pricing.baseToken)
  const fee = checkFee(pricing.marketFee)
  const collector =
    pricing.marketFee.trim() === '' && pricing.marketFeeCollector.trim() === ''
      ? undefined
      : checkAddress(pricing.marketFeeCollector)
  return {
    ...(price ? { price } : {}),
    ...(token ? { baseToken: { code: token } } : {}),
    ...(fee ? { marketFee: { code: fee } } : {}),
    ...(collector && isFee(pricing.marketFee) ? { marketFeeCollector: { code: collector } } : {}),
  }
}

const isFee = (text: string) => Number(text.trim() || '0') !== 0

function checkFee(text: string) {
  const fee = text.trim()
  if (fee === '' || /^0+(\.0+)?$/.test(fee)) return undefined
  return /^\d+(\.\d{1,2})?$/.test(fee) && Number(fee) >= 0.1 && Number(fee) <= 50 ? undefined : 'marketFee'
}
