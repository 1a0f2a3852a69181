/**
 * How the original's language prints a JSON value inside a signed text: numbers as it would (`2` and `2.0` stay apart, which is
 * why they arrive here as literals), `True`, `None`.
 */
export function pythonText(value: unknown): string {
  if (value === undefined || value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** Text of a number literal as that language prints the parsed number. */
export function pythonNumberText(literal: string): string {
  if (/^-?\d+$/.test(literal)) return BigInt(literal).toString()
  const number = Number(literal)
  if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf'
  const [digits = '', exponent = '0'] = number.toExponential().split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 16) return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  const plain =
    power < 0 ? number.toFixed(Math.min(100, digits.replace(/^-?\d\.?/, '').length - power)) : String(number)
  return plain.includes('.') ? plain : `${plain}.0`
}
