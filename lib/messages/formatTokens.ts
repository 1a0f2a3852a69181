import { formatUnits } from 'viem'

/** An amount of a token in whole tokens, with at most six decimals, never rounded up, with the numbers of the language. */
export function formatTokens(amount: bigint, locale: string, decimals = 18): string {
  const [whole = '0', fraction = ''] = formatUnits(amount, decimals).split('.')
  const shown = fraction.slice(0, 6).replace(/0+$/, '')
  const grouped = BigInt(whole).toLocaleString(locale)
  const separator = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return shown === '' ? grouped : `${grouped}${separator ?? '.'}${shown}`
}
