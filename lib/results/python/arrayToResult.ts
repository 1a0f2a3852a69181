import { summarizeNumbers } from '../statistics/summarizeNumbers'
import type { ArrayResult, TableResult } from '../types'
import { NDArray } from '../unpickle/values/NDArray'
import { toColumn } from './toColumn'
import { toNumbers } from './toNumbers'

export type Payload<Result> = Omit<Result, 'format' | 'byteLength'>

const columnLimit = 1000

/**
 * An array as what people look at: numbers stay an array, structures and texts become a table. `undefined` when neither
 * fits, such as three-dimensional text.
 */
export function arrayToResult(array: NDArray): Payload<ArrayResult> | Payload<TableResult> | undefined {
  const numbers = toNumbers(array)
  if (numbers) {
    const summary = summarizeNumbers(numbers.data, numbers.mask)
    return { kind: 'array', shape: [...array.shape], dtype: array.dtype.name, ...numbers, summary }
  }
  const { shape, size } = array
  if (shape.length > 2) return undefined
  if (array.dtype.fields && shape.length < 2) return structured(array)
  if (array.dtype.kind === 'V') return undefined
  const width = shape.length === 2 ? (shape[1] ?? 0) : 1
  if (width > columnLimit || width === 0) return undefined
  const positions = width === 1 && array.contiguous ? [] : [...array.positions()]
  const columns = Array.from({ length: width }, (_, at) =>
    toColumn(width === 1 ? 'value' : String(at), pick(array, { width, at, positions })),
  )
  return { kind: 'table', rowCount: size / width, columns, index: [], truncated: false }
}

/** One column of a two-dimensional array, copied out. */
function pick(
  array: NDArray,
  { width, at, positions }: { width: number; at: number; positions: readonly number[] },
): NDArray {
  if (width === 1 && array.contiguous) return flat(array)
  const rows = array.size / width
  const own = Array.from({ length: rows }, (_, row) => positions[row * width + at] as number)
  const { dtype, objects, bytes, mask } = array
  const cover = mask ? { mask: Uint8Array.from(own, (position) => mask[position] ?? 0) } : {}
  if (objects)
    return new NDArray(array.type, {
      shape: [rows],
      dtype,
      objects: own.map((position) => objects[position] ?? null),
      ...cover,
    })
  const size = dtype.itemSize
  const copy = new Uint8Array(rows * size)
  own.forEach((position, row) => {
    copy.set(bytes.subarray(position * size, (position + 1) * size), row * size)
  })
  return new NDArray(array.type, { shape: [rows], dtype, bytes: copy, ...cover })
}

function flat(array: NDArray): NDArray {
  const { dtype, objects, bytes, mask, size } = array
  return new NDArray(array.type, {
    shape: [size],
    dtype,
    ...(objects ? { objects } : { bytes }),
    ...(mask ? { mask } : {}),
  })
}

/** A structure has a column per field. */
function structured(array: NDArray): Payload<TableResult> | undefined {
  const { dtype, objects, bytes, size, mask } = array
  if (objects || !dtype.fields || dtype.fields.length > columnLimit) return undefined
  const columns = dtype.fields.map((field) => {
    const width = field.dtype.itemSize
    const copy = new Uint8Array(size * width)
    for (let row = 0; row < size; row += 1) {
      const from = row * dtype.itemSize + field.offset
      copy.set(bytes.subarray(from, from + width), row * width)
    }
    return toColumn(
      field.name,
      new NDArray(array.type, { shape: [size], dtype: field.dtype, bytes: copy, ...(mask ? { mask } : {}) }),
    )
  })
  return { kind: 'table', rowCount: size, columns, index: [], truncated: false }
}
