import type { NumericData } from '../types'
import type { NDArray } from '../unpickle/values/NDArray'

/** Rearranges one number per element from memory order to row-major order; returns `data` itself when they agree. */
export function toRowMajor<Data extends NumericData>(
  array: Pick<NDArray, 'contiguous' | 'shape' | 'strides'>,
  data: Data,
): Data {
  if (array.contiguous) return data
  const { shape, strides } = array
  const out = data.slice() as Data
  const rowLength = shape.at(-1) ?? 1
  const step = strides.at(-1) ?? 1
  const outer = shape.slice(0, -1)
  const index = outer.map(() => 0)
  let start = 0
  for (let at = 0; at < data.length; at += rowLength) {
    for (let column = 0; column < rowLength; column += 1) out[at + column] = data[start + column * step] as never
    for (let axis = outer.length - 1; axis >= 0; axis -= 1) {
      const next = (index[axis] ?? 0) + 1
      if (next < (outer[axis] ?? 0)) {
        index[axis] = next
        start += strides[axis] ?? 0
        break
      }
      start -= (strides[axis] ?? 0) * (next - 1)
      index[axis] = 0
    }
  }
  return out
}
