import type { Messages } from '@/lib/messages'
import type { Asset } from '@/lib/ocean'

/** The price as the index knows it; `undefined` when it does not say. */
export function formatPrice(asset: Pick<Asset, 'stats'>, words: Messages['asset']['price']): string | undefined {
  const { price } = asset.stats
  if (price === undefined) return undefined
  if (price.value === undefined) return words.ask
  if (price.value === 0) return words.free
  const amount = price.value.toLocaleString('en', { maximumFractionDigits: 6 })
  return words.fixed(amount, price.tokenSymbol ?? words.unknownToken)
}
