import type { DType } from './DType'
import { product } from './DType'
import { NPScalar } from './NPScalar'
import { PyComplex } from './PyComplex'
import { PyTuple } from './PyTuple'
import type { PyValue } from './PyValue'

const notATime = -(2n ** 63n)

/**
 * Reads one element at `offset` as Python's `.item()` would give it. Text and bytes lose their trailing zeros, structures
 * become tuples, subarrays lists; extended precision numbers, which no JavaScript number holds, stay raw bytes.
 * Object references of structures are not kept in bytes and read as `null`.
 */
export function readItem(dtype: DType, view: DataView<ArrayBuffer>, offset: number): PyValue {
  const { kind, itemSize, littleEndian } = dtype
  switch (kind) {
    case 'f':
      return readFloat(dtype, view, offset)
    case 'i':
    case 'u':
      return readInteger(dtype, view, offset)
    case 'b':
      return view.getUint8(offset) !== 0
    case 'c':
      return readComplex(dtype, view, offset)
    case 'U':
      return readText(dtype, view, offset)
    case 'S': {
      let end = itemSize
      while (end > 0 && view.getUint8(offset + end - 1) === 0) end -= 1
      return new Uint8Array(view.buffer, view.byteOffset + offset, end)
    }
    case 'M':
    case 'm': {
      const ticks = view.getBigInt64(offset, littleEndian)
      return new NPScalar(dtype, ticks === notATime ? null : ticks)
    }
    case 'V':
      return readVoid(dtype, view, offset)
    default:
      return null
  }
}

function readVoid(dtype: DType, view: DataView<ArrayBuffer>, offset: number): PyValue {
  if (dtype.fields) return new PyTuple(dtype.fields.map((field) => readItem(field.dtype, view, offset + field.offset)))
  if (!dtype.subarray) return new Uint8Array(view.buffer, view.byteOffset + offset, dtype.itemSize)
  const { base, shape } = dtype.subarray
  let items: PyValue[] = Array.from({ length: product(shape) }, (_, at) =>
    readItem(base, view, offset + at * base.itemSize),
  )
  for (let axis = shape.length - 1; axis > 0; axis -= 1) {
    const length = shape[axis] ?? 0
    const rows = product(shape.slice(0, axis))
    items = Array.from({ length: rows }, (_, at) => items.slice(at * length, (at + 1) * length))
  }
  return items
}

function readInteger(dtype: DType, view: DataView, offset: number): number | bigint {
  const { itemSize, littleEndian } = dtype
  const signed = dtype.kind === 'i'
  if (itemSize === 1) return signed ? view.getInt8(offset) : view.getUint8(offset)
  if (itemSize === 2) return signed ? view.getInt16(offset, littleEndian) : view.getUint16(offset, littleEndian)
  if (itemSize === 4) return signed ? view.getInt32(offset, littleEndian) : view.getUint32(offset, littleEndian)
  const wide = signed ? view.getBigInt64(offset, littleEndian) : view.getBigUint64(offset, littleEndian)
  const near = Number(wide)
  return Number.isSafeInteger(near) ? near : wide
}

function readFloat(dtype: DType, view: DataView<ArrayBuffer>, offset: number): PyValue {
  if (dtype.itemSize > 8) return new Uint8Array(view.buffer, view.byteOffset + offset, dtype.itemSize)
  return floatAt(view, offset, { size: dtype.itemSize, littleEndian: dtype.littleEndian })
}

function readComplex(dtype: DType, view: DataView<ArrayBuffer>, offset: number): PyValue {
  if (dtype.itemSize > 16) return new Uint8Array(view.buffer, view.byteOffset + offset, dtype.itemSize)
  const part = { size: dtype.itemSize / 2, littleEndian: dtype.littleEndian }
  return new PyComplex(floatAt(view, offset, part), floatAt(view, offset + part.size, part))
}

function readText(dtype: DType, view: DataView, offset: number): string {
  let text = ''
  let end = dtype.itemSize
  while (end > 0 && view.getUint32(offset + end - 4) === 0) end -= 4
  for (let at = 0; at < end; at += 4) {
    const point = view.getUint32(offset + at, dtype.littleEndian)
    text += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
  }
  return text
}

/**
 * Reads a float of 2, 4 or 8 bytes exactly; one of 12 or 16 bytes (x86 extended precision) is rounded to the nearest double.
 */
export function floatAt(view: DataView, offset: number, type: { size: number; littleEndian: boolean }): number {
  if (type.size === 8) return view.getFloat64(offset, type.littleEndian)
  if (type.size === 4) return view.getFloat32(offset, type.littleEndian)
  if (type.size === 2) return halfToNumber(view.getUint16(offset, type.littleEndian))
  return extendedToNumber(view, offset, type)
}

/** IEEE 754 half precision. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

function extendedToNumber(view: DataView, offset: number, type: { size: number; littleEndian: boolean }): number {
  const start = type.littleEndian ? offset : offset + type.size - 10
  const mantissa = view.getBigUint64(type.littleEndian ? start : start + 2, type.littleEndian)
  const head = view.getUint16(type.littleEndian ? start + 8 : start, type.littleEndian)
  const sign = head & 0x8000 ? -1 : 1
  const exponent = head & 0x7fff
  if (exponent === 0x7fff)
    return (mantissa << 1n) & 0xffff_ffff_ffff_ffffn ? Number.NaN : sign * Number.POSITIVE_INFINITY
  const scale = exponent - 16383 - 63
  const half = Math.trunc(scale / 2)
  return sign * Number(mantissa) * 2 ** half * 2 ** (scale - half)
}
