import { PickleError } from './PickleError'

/** Two's complement, little endian, any length; exact. */
export function decodeLong(bytes: Uint8Array): number | bigint {
  const { length } = bytes
  if (length === 0) return 0
  const negative = (bytes[length - 1] as number) > 127
  if (length <= 6) {
    let value = 0
    for (let at = length - 1; at >= 0; at -= 1) value = value * 256 + (bytes[at] as number)
    return negative ? value - 256 ** length : value
  }
  let digits = ''
  for (let at = length - 1; at >= 0; at -= 1) digits += (bytes[at] as number).toString(16).padStart(2, '0')
  return narrow(BigInt.asIntN(length * 8, BigInt(`0x${digits}`)))
}

/** Integers up to 2^53 become numbers. */
export function narrow(value: bigint): number | bigint {
  const near = Number(value)
  return Number.isSafeInteger(near) ? near : value
}

/**
 * A Python integer literal of protocol 0, as `int(text, 0)` reads it.
 *
 * @throws {PickleError} `integer` for anything else, `limit` beyond `digitLimit` digits.
 */
export function parseInteger(text: string, digitLimit: number): number | bigint {
  const trimmed = text.trim()
  if (/^[+-]?[0-9]{1,15}$/.test(trimmed) && !/^[+-]?0[0-9]/.test(trimmed)) return Number(trimmed) + 0
  if (trimmed.length > digitLimit + 1) throw new PickleError('limit', 'digits of an integer')
  const match = /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0[0-7]+|[0-9](?:_?[0-9])*)$/.exec(
    trimmed,
  )
  if (!match) throw new PickleError('integer', trimmed.slice(0, 40))
  const [, sign, digits = ''] = match
  const plain = digits.replaceAll('_', '')
  const size = BigInt(/^0[0-7]+$/.test(plain) ? `0o${plain}` : plain)
  return narrow(sign === '-' ? -size : size)
}

const floatPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A Python float literal of protocol 0. @throws {PickleError} `float` */
export function parseFloatText(text: string): number {
  const trimmed = text.trim()
  if (floatPattern.test(trimmed)) return Number(trimmed)
  const match = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed)
  if (!match) throw new PickleError('float', trimmed.slice(0, 40))
  if (match[2]?.toLowerCase() === 'nan') return Number.NaN
  return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}
