import type { Problem } from './problems'

/** Looks at an amount in whole tokens, as typed: more than nothing, and no finer than its token. */
export function checkAmount(text: string, { decimals }: { decimals: number }): Problem | undefined {
  const amount = text.trim()
  if (amount === '') return { code: 'missing' }
  if (/^[-−]/.test(amount)) return { code: 'negative' }
  if (/^\d*,\d+$/.test(amount)) return { code: 'comma' }
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount)
  if (!match) return { code: 'price' }
  if ((match[2]?.length ?? 0) > decimals) return { code: 'tooFine', value: String(decimals) }
  if (/^[0.]+$/.test(amount)) return { code: 'zeroPrice' }
  return (match[1]?.replace(/^0+/, '').length ?? 0) > 20 ? { code: 'tooMuch' } : undefined
}
