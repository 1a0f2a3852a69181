import type { ArrayResult, NumericData } from '../types'

const headerAlignment = 64

/** An array as a `.npy` file, version 1.0, little endian, row-major. Masked entries become NaN in arrays of floats. */
export function toNpy(result: ArrayResult): Uint8Array<ArrayBuffer> {
  const { code, values } = stored(result)
  const shape = result.shape.length === 1 ? `${result.shape[0]},` : result.shape.join(', ')
  const text = `{'descr': '${code}', 'fortran_order': False, 'shape': (${shape}), }`
  const length = Math.ceil((10 + text.length + 1) / headerAlignment) * headerAlignment - 10
  const file = new Uint8Array(10 + length + values.byteLength)
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8])
  file.set(new TextEncoder().encode(`${text.padEnd(length - 1)}\n`), 10)
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 10 + length)
  return file
}

function stored({ data, imaginary, mask, elements }: ArrayResult): { code: string; values: NumericData } {
  if (imaginary) {
    const pairs = data instanceof Float32Array ? new Float32Array(data.length * 2) : new Float64Array(data.length * 2)
    for (let at = 0; at < data.length; at += 1) {
      pairs[2 * at] = mask?.[at] ? Number.NaN : Number(data[at])
      pairs[2 * at + 1] = Number(imaginary[at])
    }
    return { code: pairs instanceof Float32Array ? '<c8' : '<c16', values: pairs }
  }
  if (elements === 'boolean') return { code: '|b1', values: data }
  if (elements === 'integer' && data instanceof Float64Array)
    return { code: '<i8', values: BigInt64Array.from(data, BigInt) }
  if (mask && (data instanceof Float64Array || data instanceof Float32Array)) {
    return { code: codeOf(data), values: data.map((value, at) => (mask[at] ? Number.NaN : value)) }
  }
  return { code: codeOf(data), values: data }
}

function codeOf(data: NumericData): string {
  if (data instanceof Float64Array) return '<f8'
  if (data instanceof Float32Array) return '<f4'
  const signed =
    data instanceof Int8Array ||
    data instanceof Int16Array ||
    data instanceof Int32Array ||
    data instanceof BigInt64Array
  return `${data.BYTES_PER_ELEMENT === 1 ? '|' : '<'}${signed ? 'i' : 'u'}${data.BYTES_PER_ELEMENT}`
}
