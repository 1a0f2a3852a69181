import { PickleError } from '../PickleError'
import { DType, product } from '../values/DType'
import type { NDArray } from '../values/NDArray'
import { PyTuple } from '../values/PyTuple'
import type { PyValue } from '../values/PyValue'
import { needIndex, toBytes } from './Handler'
import { memoryAxes } from './memoryAxes'

/**
 * `(version, shape, dtype, is_fortran, data)`, and `mask, fill` behind it for masked arrays. Objects are always listed in
 * row-major order.
 *
 * @throws {PickleError}
 */
export function buildArray(target: NDArray, state: PyValue): void {
  if (!(state instanceof PyTuple)) throw new PickleError('build', 'state of an array')
  const masked = state.items.length === 7
  const fields = state.items.length === 4 ? [1, ...state.items] : state.items
  if (fields.length !== 5 && !masked) throw new PickleError('build', 'state of an array')
  const [, shape, dtype, fortran = null, data = null, mask = null, fill] = fields
  if (!(shape instanceof PyTuple) || !(dtype instanceof DType)) throw new PickleError('build', 'state of an array')
  const lengths = shape.items.map(needIndex)
  const axes = memoryAxes(lengths.length, isTrue(fortran) && !dtype.holdsObjects)
  const elements = elementsOf(dtype, data)
  const cover = masked
    ? { ...coverOf(dtype, { mask, size: product(lengths) }), ...(fill === undefined ? {} : { fill }) }
    : {}
  target.build({ shape: lengths, dtype, axes, ...elements, ...cover })
}

function elementsOf(dtype: DType, data: PyValue): { objects: readonly PyValue[] } | { bytes: Uint8Array<ArrayBuffer> } {
  if (dtype.holdsObjects) {
    if (!Array.isArray(data)) throw new PickleError('ndarray', 'objects are a list')
    return { objects: data }
  }
  const bytes = toBytes(data)
  if (!bytes) throw new PickleError('ndarray', 'elements are bytes')
  return { bytes }
}

/** A mask has a byte per element, or a byte per field of it; an element counts as hidden when all its fields are. */
function coverOf(dtype: DType, { mask, size }: { mask: PyValue; size: number }): { mask: Uint8Array<ArrayBuffer> } {
  const bytes = toBytes(mask)
  if (!bytes) throw new PickleError('ndarray', 'mask')
  if (bytes.length === size) return { mask: bytes }
  const width = bytes.length / size
  if (!dtype.fields || !Number.isInteger(width)) throw new PickleError('ndarray', 'mask')
  const hidden = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) hidden[at] = bytes.subarray(at * width, (at + 1) * width).every(Boolean) ? 1 : 0
  return { mask: hidden }
}

function isTrue(value: PyValue): boolean {
  return value === true || (typeof value !== 'object' && Number(value) !== 0)
}
