const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 6, useGrouping: false })
const grouped = new Intl.NumberFormat('en')

/** Six significant digits for people; the exact number is in the table and in the exports. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e15) return grouped.format(value).replace('-', '−')
  if (size >= 1e-4 && size < 1e9) return plain.format(value).replace('-', '−')
  return value.toExponential(4).replace(/-/g, '−')
}
