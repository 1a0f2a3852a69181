import type { ArrayResult, NumericData } from '../types'
import type { NDArray } from '../unpickle/values/NDArray'
import { floatAt } from '../unpickle/values/readItem'
import { toRowMajor } from './toRowMajor'

export type Numbers = Pick<ArrayResult, 'data' | 'elements' | 'imaginary' | 'mask'>

const littleEndianHost = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

type TypedArrayClass = {
  new (buffer: ArrayBuffer, offset: number, length: number): NumericData
  readonly BYTES_PER_ELEMENT: number
}

const classes: Record<string, TypedArrayClass> = {
  b1: Uint8Array,
  i1: Int8Array,
  u1: Uint8Array,
  i2: Int16Array,
  u2: Uint16Array,
  i4: Int32Array,
  u4: Uint32Array,
  i8: BigInt64Array,
  u8: BigUint64Array,
  f4: Float32Array,
  f8: Float64Array,
  c8: Float32Array,
  c16: Float64Array,
}

/**
 * The numbers of an array in row-major order: a view of the input when its memory already is that, a copy otherwise.
 * `undefined` for arrays whose elements are no numbers.
 */
export function toNumbers(array: NDArray): Numbers | undefined {
  const { kind, subarray } = array.dtype
  if (!'biufc'.includes(kind) || subarray) return undefined
  const mask = array.mask ? { mask: toRowMajor(array, array.mask.slice()) } : {}
  if (kind === 'c') return { elements: 'complex', ...complexParts(array), ...mask }
  const stored =
    kind === 'f' && array.dtype.itemSize !== 4 && array.dtype.itemSize !== 8 ? oddFloats(array, 1, 0) : memory(array)
  const data = toRowMajor(array, stored)
  if (kind === 'b') return { elements: 'boolean', data: zerosAndOnes(data), ...mask }
  if (kind === 'f') return { elements: 'float', data, ...mask }
  return {
    elements: 'integer',
    data: data instanceof BigInt64Array || data instanceof BigUint64Array ? narrow(data) : data,
    ...mask,
  }
}

/** The elements in memory order and native byte order. */
function memory({ dtype, bytes }: Pick<NDArray, 'dtype' | 'bytes'>): NumericData {
  const type = classes[`${dtype.kind}${dtype.itemSize}`] ?? Uint8Array
  const unit = type.BYTES_PER_ELEMENT
  const native = dtype.littleEndian === littleEndianHost || unit === 1
  if (native && bytes.byteOffset % unit === 0) return new type(bytes.buffer, bytes.byteOffset, bytes.length / unit)
  const copy = bytes.slice()
  if (!native) swap(copy, unit)
  return new type(copy.buffer, 0, copy.length / unit)
}

function swap(bytes: Uint8Array, unit: number): void {
  for (let at = 0; at < bytes.length; at += unit) bytes.subarray(at, at + unit).reverse()
}

/** Half precision, exact; extended precision, rounded to doubles. `parts` numbers per element, of which `part` is taken. */
function oddFloats(
  { dtype, bytes }: NDArray,
  parts: 1 | 2,
  part: 0 | 1,
): Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> {
  const size = dtype.itemSize / parts
  const length = bytes.length / dtype.itemSize
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const numbers = size === 2 ? new Float32Array(length) : new Float64Array(length)
  const type = { size, littleEndian: dtype.littleEndian }
  for (let at = 0; at < length; at += 1) numbers[at] = floatAt(view, at * dtype.itemSize + part * size, type)
  return numbers
}

function complexParts(array: NDArray): { data: NumericData; imaginary: NumericData } {
  if (array.dtype.itemSize > 16) {
    return { data: toRowMajor(array, oddFloats(array, 2, 0)), imaginary: toRowMajor(array, oddFloats(array, 2, 1)) }
  }
  const pairs = memory(array)
  const make = () =>
    pairs instanceof Float32Array ? new Float32Array(pairs.length / 2) : new Float64Array(pairs.length / 2)
  const [real, imaginary] = [make(), make()]
  for (let at = 0; at < real.length; at += 1) {
    real[at] = Number(pairs[2 * at])
    imaginary[at] = Number(pairs[2 * at + 1])
  }
  return { data: toRowMajor(array, real), imaginary: toRowMajor(array, imaginary) }
}

function zerosAndOnes(data: NumericData): NumericData {
  return data instanceof Uint8Array && data.some((value) => value > 1) ? data.map((value) => (value ? 1 : 0)) : data
}

/** 64-bit integers as doubles when every one of them is exact that way. */
function narrow(data: BigInt64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>): NumericData {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length * 2)
  const [low, high] = littleEndianHost ? [0, 1] : [1, 0]
  const signed = data instanceof BigInt64Array
  const numbers = new Float64Array(data.length)
  for (let at = 0; at < data.length; at += 1) {
    const upper = words[2 * at + high] as number
    const value = (signed ? upper | 0 : upper) * 2 ** 32 + (words[2 * at + low] as number)
    if (!Number.isSafeInteger(value)) return data
    numbers[at] = value
  }
  return numbers
}
