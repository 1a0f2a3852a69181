import { formatUnits } from 'viem'

/** An amount of a token in whole tokens, with at most six decimals, never rounded up. */
export function formatTokens(amount: bigint, decimals = 18): string {
  const [whole = '0', fraction = ''] = formatUnits(amount, decimals).split('.')
  const shown = fraction.slice(0, 6).replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return shown === '' ? grouped : `${grouped}.${shown}`
}
