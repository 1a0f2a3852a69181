import { PickleError } from '../PickleError'
import { PyBase } from './PyValue'

/** numpy's kinds: boolean, signed, unsigned, float, complex, bytes, text, void, object, datetime, timedelta, variable text. */
export type DTypeKind = 'b' | 'i' | 'u' | 'f' | 'c' | 'S' | 'U' | 'V' | 'O' | 'M' | 'm' | 'T'

export type DTypeField = { name: string; dtype: DType; offset: number }

export type DTypeParts = {
  kind: DTypeKind
  /** Bytes per element. */
  itemSize: number
  littleEndian?: boolean
  fields?: readonly DTypeField[]
  subarray?: { base: DType; shape: readonly number[] }
  /** Of datetime64 and timedelta64: `[ns]` is `{ name: 'ns', count: 1 }`. */
  unit?: { name: string; count: number }
  /** A `numpy.record`, whose fields are also attributes. */
  record?: boolean
}

const fixedSizes: Partial<Record<DTypeKind, readonly number[]>> = {
  b: [1],
  i: [1, 2, 4, 8],
  u: [1, 2, 4, 8],
  f: [2, 4, 8, 12, 16],
  c: [8, 16, 24, 32],
  O: [4, 8],
  M: [8],
  m: [8],
}
const depthLimit = 16
const emptyItemLimit = 1000
const leafLimit = 10_000
const words: Partial<Record<DTypeKind, string>> = { i: 'int', u: 'uint', f: 'float', c: 'complex' }

/** The element type of an array. It may be given its state once, and never after something relies on it. */
export class DType extends PyBase {
  private parts: Readonly<DTypeParts>
  private state: 'open' | 'built' | 'used' = 'open'
  private depth = 0
  private leaves = 1

  constructor(parts: DTypeParts) {
    super()
    this.parts = check(parts)
    this.measure()
  }

  get kind(): DTypeKind {
    return this.parts.kind
  }
  get itemSize(): number {
    return this.parts.itemSize
  }
  get littleEndian(): boolean {
    return this.parts.littleEndian ?? true
  }
  get fields(): readonly DTypeField[] | undefined {
    return this.parts.fields
  }
  get subarray(): DTypeParts['subarray'] {
    return this.parts.subarray
  }
  get unit(): DTypeParts['unit'] {
    return this.parts.unit
  }
  get record(): boolean {
    return this.parts.record ?? false
  }

  /** True when the element, or a field of it, is a reference to a Python object. */
  get holdsObjects(): boolean {
    const { kind, fields, subarray } = this.parts
    return (
      kind === 'O' ||
      kind === 'T' ||
      (fields?.some((field) => field.dtype.holdsObjects) ?? subarray?.base.holdsObjects ?? false)
    )
  }

  /** From now on nothing may change it. Returns itself. */
  use(): this {
    this.state = 'used'
    return this
  }

  /** @throws {PickleError} `build` when it already has a state or is in use, `dtype` when the parts contradict each other. */
  build(change: Partial<DTypeParts>): void {
    if (this.state !== 'open') throw new PickleError('build', 'a dtype has one state')
    this.state = 'built'
    this.parts = check({ ...this.parts, ...change })
    this.measure()
  }

  /** numpy's name, such as `float64`, `<U5` or `datetime64[ns]`. */
  get name(): string {
    const { kind, itemSize, unit, fields, subarray } = this.parts
    if (subarray) return `(${subarray.base.name}, (${subarray.shape.join(', ')}))`
    if (fields)
      return `[${fields
        .slice(0, 20)
        .map((field) => `${field.name}: ${field.dtype.name}`)
        .join(', ')}]`
    if (kind === 'b') return 'bool'
    if (kind === 'O') return 'object'
    if (kind === 'T') return 'StringDType'
    const suffix = unit && unit.name !== 'generic' ? `[${unit.count === 1 ? '' : unit.count}${unit.name}]` : ''
    if (kind === 'M') return `datetime64${suffix}`
    if (kind === 'm') return `timedelta64${suffix}`
    if (kind === 'U') return `${this.littleEndian ? '<' : '>'}U${itemSize / 4}`
    if (kind === 'S' || kind === 'V') return `|${kind}${itemSize}`
    return `${words[kind]}${itemSize * 8}`
  }

  /** The code of the array interface, such as `<f8`; `|V16` for structures. */
  get code(): string {
    const { kind, itemSize, unit } = this.parts
    const order = itemSize === 1 || 'SVOT'.includes(kind) ? '|' : this.littleEndian ? '<' : '>'
    if (kind === 'O') return '|O'
    const suffix = unit && unit.name !== 'generic' ? `[${unit.count === 1 ? '' : unit.count}${unit.name}]` : ''
    return `${order}${kind}${kind === 'U' ? itemSize / 4 : itemSize}${suffix}`
  }

  private measure(): void {
    const inner =
      this.parts.fields?.map((field) => field.dtype) ?? (this.parts.subarray ? [this.parts.subarray.base] : [])
    this.depth = 0
    this.leaves = 1
    for (const dtype of inner) {
      dtype.use()
      this.depth = Math.max(this.depth, dtype.depth + 1)
      this.leaves += dtype.leaves
    }
    if (this.depth > depthLimit || this.leaves > leafLimit) throw new PickleError('limit', 'nested element types')
  }
}

function check(parts: DTypeParts): DTypeParts {
  const { kind, itemSize, fields, subarray } = parts
  if (!Number.isSafeInteger(itemSize) || itemSize < 0) throw new PickleError('dtype', 'item size')
  const sizes = fixedSizes[kind]
  if (sizes && !sizes.includes(itemSize)) throw new PickleError('dtype', `${kind}${itemSize}`)
  if (kind === 'U' && itemSize % 4) throw new PickleError('dtype', 'text of a fraction of a character')
  if ((fields || subarray) && kind !== 'V') throw new PickleError('dtype', 'fields of a plain number')
  for (const { dtype, offset } of fields ?? []) {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + dtype.itemSize > itemSize)
      throw new PickleError('dtype', 'field outside')
  }
  if (subarray && subarray.base.itemSize === 0 && product(subarray.shape) > emptyItemLimit)
    throw new PickleError('limit', 'elements without bytes')
  if (subarray && product(subarray.shape) * subarray.base.itemSize !== itemSize)
    throw new PickleError('dtype', 'subarray size')
  return parts
}

/** Number of elements of a shape. @throws {PickleError} `ndarray` when a length is negative or the product leaves 2^53. */
export function product(shape: readonly number[]): number {
  if (shape.length > 64) throw new PickleError('ndarray', 'too many dimensions')
  let size = 1
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0) throw new PickleError('ndarray', 'shape')
    size *= length
    if (!Number.isSafeInteger(size)) throw new PickleError('ndarray', 'shape')
  }
  return size
}
