import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeResult } from '../decodeResult'
import type { DecodedResult } from '../types'

type Tags = Record<number, number[]>

/** A TIFF of one strip: the strip first, then the directory; every value is a 32-bit number. */
function tiff(strip: Uint8Array, tags: Tags, littleEndian = true): Uint8Array<ArrayBuffer> {
  const all: Tags = { 273: [8], 278: [tags[257]?.[0] ?? 1], 279: [strip.length], ...tags }
  const entries = Object.entries(all)
    .map(([tag, values]) => [Number(tag), values] as const)
    .sort((a, b) => a[0] - b[0])
  const directory = 8 + strip.length + (strip.length % 2)
  let extra = directory + 2 + entries.length * 12 + 4
  const bytes = new Uint8Array(extra + entries.reduce((sum, [, values]) => sum + values.length * 4, 0))
  const view = new DataView(bytes.buffer)
  bytes.set(littleEndian ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42])
  view.setUint32(4, directory, littleEndian)
  bytes.set(strip, 8)
  view.setUint16(directory, entries.length, littleEndian)
  entries.forEach(([tag, values], index) => {
    const at = directory + 2 + index * 12
    view.setUint16(at, tag, littleEndian)
    view.setUint16(at + 2, 4, littleEndian)
    view.setUint32(at + 4, values.length, littleEndian)
    const held = values.length === 1 ? at + 8 : extra
    if (values.length > 1) view.setUint32(at + 8, extra, littleEndian)
    values.forEach((value, place) => {
      view.setUint32(held + place * 4, value, littleEndian)
    })
    if (values.length > 1) extra += values.length * 4
  })
  return bytes
}

const size = (width: number, height: number): Tags => ({ 256: [width], 257: [height] })
const bytesOf = (data: Float32Array | Uint16Array) => new Uint8Array(data.buffer)

function pixels(result: DecodedResult): number[] {
  if (result.kind !== 'image') throw new Error(`a ${result.kind}`)
  return Array.from(result.pixels ?? [])
}

function numbers(result: DecodedResult): unknown {
  if (result.kind !== 'array') throw new Error(`a ${result.kind}`)
  return { shape: result.shape, dtype: result.dtype, data: Array.from(result.data, Number) }
}

describe('TIFF', () => {
  it('shows grey, inverted, palette and ink as colours', async () => {
    const grey = { ...size(2, 1), 258: [8] }
    const strip = Uint8Array.of(0, 200)
    expect(pixels(await decodeResult(tiff(strip, { ...grey, 262: [1] })))).toEqual([0, 0, 0, 255, 200, 200, 200, 255])
    expect(pixels(await decodeResult(tiff(strip, { ...grey, 262: [0] })))).toEqual([
      255, 255, 255, 255, 55, 55, 55, 255,
    ])
    const colours = Array.from({ length: 768 }, (_, at) => (at % 256) * 256 + 255)
    expect(pixels(await decodeResult(tiff(strip, { ...grey, 262: [3], 320: colours })))).toEqual([
      0, 0, 0, 255, 200, 200, 200, 255,
    ])
    const ink = tiff(Uint8Array.of(0, 255, 100, 5), { ...size(1, 1), 258: [8], 277: [4], 262: [5] })
    expect(pixels(await decodeResult(ink))).toEqual([250, 0, 150, 255])
  })

  it('keeps measurements exact, in any byte order', async () => {
    const floats = tiff(bytesOf(Float32Array.of(0.1, -2, Number.NaN, 1e30)), {
      ...size(2, 2),
      258: [32],
      339: [3],
      262: [1],
    })
    expect(numbers(await decodeResult(floats))).toEqual({
      shape: [2, 2],
      dtype: 'float32',
      data: Array.from(Float32Array.of(0.1, -2, Number.NaN, 1e30)),
    })
    const big = tiff(Uint8Array.of(1, 0, 0xff, 0xff), { ...size(2, 1), 258: [16], 262: [1] }, false)
    expect(numbers(await decodeResult(big))).toEqual({ shape: [1, 2], dtype: 'uint16', data: [256, 65_535] })
  })

  it('unpacks deflate, PackBits and LZW, and undoes differences', async () => {
    const grey = { ...size(4, 1), 258: [8], 262: [1] }
    const wanted = [9, 10, 11, 12].flatMap((level) => [level, level, level, 255])
    const packed: [number, Uint8Array, Tags][] = [
      [8, deflateSync(Uint8Array.of(9, 10, 11, 12)), {}],
      [8, deflateSync(Uint8Array.of(9, 1, 1, 1)), { 317: [2] }],
      [32_773, Uint8Array.of(3, 9, 10, 11, 12), {}],
      [5, lzw(9, 10, 11, 12), {}],
    ]
    for (const [compression, strip, more] of packed) {
      expect(pixels(await decodeResult(tiff(strip, { ...grey, 259: [compression], ...more })))).toEqual(wanted)
    }
    const run = tiff(Uint8Array.of(253, 7), { ...grey, 259: [32_773] })
    expect(pixels(await decodeResult(run))).toEqual([7, 7, 7, 7].flatMap((level) => [level, level, level, 255]))
  })

  it('says what it cannot read, and refuses what cannot be in the file', async () => {
    const code = async (tags: Tags, strip = new Uint8Array(64)) => {
      const result = await decodeResult(tiff(strip, { ...size(8, 8), 258: [8], 262: [1], ...tags }))
      return result.kind === 'binary' ? result.problem?.code : result.kind
    }
    expect(await code({})).toBe('image')
    expect(await code({ 259: [7] })).toBe('unsupported')
    expect(await code({ 258: [12] })).toBe('unsupported')
    expect(await code({ 256: [40_000], 257: [40_000], 278: [40_000] })).toBe('limit')
    expect(await code({ 256: [5000], 257: [5000], 278: [5000] })).toBe('limit')
    expect(await code({ 256: [500], 257: [500], 278: [500], 259: [5] })).toBe('truncated')
    expect(await code({ 278: [0] })).toBe('malformed')
    expect(await code({ 273: [1_000_000] })).toBe('truncated')
    expect(await code({ 322: [0xffff_ffff], 323: [1], 324: [8], 325: [64] })).toBe('malformed')
    expect(await code({ 277: [0] })).toBe('unsupported')
  })
})

/** Literal codes of nine bits between a clear and an end. */
function lzw(...literals: number[]): Uint8Array {
  const bits = [256, ...literals, 257].map((code) => code.toString(2).padStart(9, '0')).join('')
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (part) => Number.parseInt(part.padEnd(8, '0'), 2))
}
