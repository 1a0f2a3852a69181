import { PickleError } from '../PickleError'
import { DType, type DTypeKind } from './DType'

/** numpy's one-letter codes, whose sizes are those of 64-bit Linux. */
const letters: Record<string, [DTypeKind, number]> = {
  '?': ['b', 1],
  b: ['i', 1],
  B: ['u', 1],
  h: ['i', 2],
  H: ['u', 2],
  i: ['i', 4],
  I: ['u', 4],
  l: ['i', 8],
  L: ['u', 8],
  q: ['i', 8],
  Q: ['u', 8],
  p: ['i', 8],
  P: ['u', 8],
  e: ['f', 2],
  f: ['f', 4],
  d: ['f', 8],
  g: ['f', 16],
  F: ['c', 8],
  D: ['c', 16],
  G: ['c', 32],
  O: ['O', 8],
  S: ['S', 0],
  a: ['S', 0],
  U: ['U', 0],
  V: ['V', 0],
  M: ['M', 8],
  m: ['m', 8],
}

/**
 * Reads a code of numpy's array interface, such as `<f8`, `|b1`, `U12` or `M8[25s]`.
 *
 * @throws {PickleError} `dtype` when there is no such type.
 */
export function parseDType(code: string): DType {
  const match = /^([<>|=]?)([a-zA-Z?])(\d{0,9})(?:\[(\d{0,9})([a-zA-Zμ]{1,7})\])?$/.exec(code)
  if (!match) throw new PickleError('dtype', code.slice(0, 40))
  const [, order, letter = '', digits = '', count, unitName] = match
  const littleEndian = order !== '>'
  const unit = unitName ? { unit: { name: unitName, count: Number(count || 1) } } : {}
  if (!digits) {
    const [kind, itemSize] = letters[letter] ?? []
    if (kind === undefined || itemSize === undefined) throw new PickleError('dtype', code.slice(0, 40))
    return new DType({ kind, itemSize, littleEndian, ...unit })
  }
  const kind = letter === 'a' ? 'S' : letter
  if (!isKind(kind)) throw new PickleError('dtype', code.slice(0, 40))
  const itemSize = Number(digits) * (kind === 'U' ? 4 : 1)
  return new DType({ kind, itemSize, littleEndian, ...unit })
}

function isKind(letter: string): letter is DTypeKind {
  return letter.length === 1 && 'biufcSUVOMm'.includes(letter)
}
