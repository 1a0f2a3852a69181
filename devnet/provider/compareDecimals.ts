/** Orders two decimal numbers given as text, exactly, whatever their size: negative, 0 or positive. */
export function compareDecimals(a: string, b: string): number {
  const left = parse(a)
  const right = parse(b)
  const exponent = Math.min(left.exponent, right.exponent)
  const difference = scale(left, exponent) - scale(right, exponent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

type Parsed = { digits: bigint; exponent: number }

function parse(text: string): Parsed {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.trim())
  if (!match) throw new TypeError(`not a decimal number: ${text}`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(`${whole}${fraction}` || '0')
  return { digits: sign === '-' ? -digits : digits, exponent: Number(exponent) - fraction.length }
}

function scale(value: Parsed, exponent: number): bigint {
  return value.digits === 0n ? 0n : value.digits * 10n ** BigInt(value.exponent - exponent)
}
