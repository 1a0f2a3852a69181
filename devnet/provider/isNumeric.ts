/** Whether a request value is a decimal number that can be compared exactly. Exponents are bounded, as they would cost memory. */
export function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'string' || value.length > 100) return false
  const match = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,3}))?\s*$/i.exec(value)
  return match !== null && Math.abs(Number(match[1] ?? 0)) <= 300
}
