import type { Messages } from '@/lib/messages'
import type { Asset } from '@/lib/ocean'

/** The price as the index knows it; `undefined` when it does not say. */
export function formatPrice(
  asset: Pick<Asset, 'stats'>,
  { words, number }: { words: Messages['asset']['price']; number(value: number): string },
): string | undefined {
  const { price } = asset.stats
  if (price === undefined) return undefined
  if (price.value === undefined) return words.ask
  if (price.value === 0) return words.free
  return words.fixed(number(price.value), price.tokenSymbol ?? words.unknownToken)
}
