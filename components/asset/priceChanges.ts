import { type Address, parseUnits } from 'viem'
import type { DispenserStatus, FixedRate, PricingChange } from '@/lib/ocean'

/** A change of pricing the owner may make now; `id` is stable while it stays possible. */
export type PriceChoice =
  | { id: string; method: 'giveAway' | 'resumeGivingAway' | 'stopGivingAway' | 'sell' }
  | { id: string; method: 'setRate' | 'stopSales' | 'resumeSales'; rate: FixedRate }

/** How an access token is handed out. */
export type PricingNow = { dispenser: DispenserStatus | undefined; rates: readonly FixedRate[] }

/** What can be changed about how an access token is handed out. */
export function listPriceChoices({ dispenser, rates }: PricingNow): PriceChoice[] {
  const free = dispenser === undefined ? 'giveAway' : dispenser.active ? 'stopGivingAway' : 'resumeGivingAway'
  return [
    { id: free, method: free },
    ...rates.flatMap((rate): PriceChoice[] => {
      const sales = rate.active ? 'stopSales' : 'resumeSales'
      return [
        { id: `setRate ${rate.exchangeId}`, method: 'setRate', rate },
        { id: `${sales} ${rate.exchangeId}`, method: sales, rate },
      ]
    }),
    ...(rates.length === 0 ? [{ id: 'sell', method: 'sell' } as const] : []),
  ]
}

/** A price in whole tokens as base units; `undefined` when it is none, zero, or finer than the token allows. */
export function parsePrice(text: string, decimals: number): bigint | undefined {
  const match = /^(\d{1,20})(?:\.(\d+))?$/.exec(text.trim())
  if (!match || (match[2]?.length ?? 0) > decimals) return undefined
  const price = parseUnits(text.trim(), decimals)
  return price > 0n ? price : undefined
}

/** The change a choice stands for, or `undefined` while it lacks a price or a token. */
export function toPricingChange(
  choice: PriceChoice,
  given: { datatoken: Address; price: bigint | undefined; baseToken: Address | undefined },
): PricingChange | undefined {
  const { datatoken, price, baseToken } = given
  switch (choice.method) {
    case 'setRate':
      return price === undefined ? undefined : { method: 'setRate', exchangeId: choice.rate.exchangeId, price }
    case 'stopSales':
    case 'resumeSales':
      return { method: 'toggleSales', exchangeId: choice.rate.exchangeId }
    case 'sell':
      return price === undefined || !baseToken ? undefined : { method: 'sell', datatoken, baseToken, price }
    default:
      return { method: choice.method, datatoken }
  }
}
