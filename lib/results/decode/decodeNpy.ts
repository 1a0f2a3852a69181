import { DecodeError } from '../DecodeError'
import { PickleError } from '../unpickle/PickleError'
import { unpickle } from '../unpickle/unpickle'
import { DType, product } from '../unpickle/values/DType'
import { NDArray } from '../unpickle/values/NDArray'
import type { PyValue } from '../unpickle/values/PyValue'
import { parseDType } from '../unpickle/values/parseDType'
import { parseLiteral } from './parseLiteral'

/**
 * The array of a `.npy` file, versions 1 to 3; arrays of objects hold a pickle, read by our own reader.
 *
 * @param owned - The bytes may be rearranged to align the elements without a copy.
 * @throws {DecodeError | PickleError}
 */
export function decodeNpy(bytes: Uint8Array<ArrayBuffer>, owned = false): NDArray {
  const version = bytes[6] ?? 0
  const prefix = version === 1 ? 10 : 12
  if (version < 1 || version > 3 || bytes.length < prefix) throw new DecodeError('malformed', 'version')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (prefix + length > bytes.length || length > 1_000_000) throw new DecodeError('truncated')
  const text = new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(prefix, prefix + length))
  const header = parseLiteral(text)
  if (!(header instanceof Map)) throw new DecodeError('malformed', 'header')
  const lengths = header.get('shape')
  if (!Array.isArray(lengths) || !lengths.every((each) => typeof each === 'number'))
    throw new DecodeError('malformed', 'shape')
  const dtype = dtypeOf(header.get('descr'))
  const shape: number[] = lengths
  const axes = shape.map((_, axis) => axis)
  const fortran = header.get('fortran_order') === true && !dtype.holdsObjects
  const layout = { shape, dtype, axes: fortran ? axes.reverse() : axes }
  const start = prefix + length
  if (dtype.holdsObjects) return new NDArray('numpy.ndarray', { ...layout, objects: objectsOf(bytes.subarray(start)) })
  const size = product(shape) * dtype.itemSize
  if (size > bytes.length - start) throw new DecodeError('truncated')
  const shift = (bytes.byteOffset + start) % 8
  if (owned && shift > 0) bytes.copyWithin(start - shift, start, start + size)
  const from = owned ? start - shift : start
  return new NDArray('numpy.ndarray', { ...layout, bytes: bytes.subarray(from, from + size) })
}

/** The pickled array of objects, in row-major order. */
function objectsOf(bytes: Uint8Array<ArrayBuffer>): readonly PyValue[] {
  const { value } = unpickle(bytes)
  if (!(value instanceof NDArray) || !value.objects) throw new DecodeError('malformed', 'objects')
  return value.objects
}

/** A code, or a list of fields `(name, descr[, shape])`, in which empty names are padding. */
function dtypeOf(descr: unknown, depth = 0): DType {
  if (typeof descr === 'string') return parseDType(descr)
  if (!Array.isArray(descr) || depth > 8) throw new PickleError('dtype', 'description')
  const fields: { name: string; dtype: DType; offset: number }[] = []
  let offset = 0
  for (const field of descr) {
    if (!Array.isArray(field)) throw new PickleError('dtype', 'field')
    const [label, type, lengths] = field
    const name = Array.isArray(label) ? label.at(-1) : label
    const base = dtypeOf(type, depth + 1)
    if (typeof name !== 'string') throw new PickleError('dtype', 'field')
    const shape: number[] | undefined = Array.isArray(lengths) ? lengths : undefined
    const dtype = shape
      ? new DType({ kind: 'V', itemSize: product(shape) * base.itemSize, subarray: { base, shape } })
      : base
    if (name !== '') fields.push({ name, dtype, offset })
    offset += dtype.itemSize
  }
  return new DType({ kind: 'V', itemSize: offset, fields })
}
