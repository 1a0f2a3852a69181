import { readFileSync } from 'node:fs'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeResult } from './decodeResult'
import { detect } from './detect'
import type { DecodedResult } from './types'

const { files }: { files: Record<string, string> } = JSON.parse(
  readFileSync(new URL('./unpickle/fixtures/numpy1.json', import.meta.url), 'utf8'),
)
const file = (name: string) => new Uint8Array(Buffer.from(files[name] ?? '', 'base64'))
const text = (content: string) => new TextEncoder().encode(content)

/** What was decoded, as the kind it has to be. */
function as<Kind extends DecodedResult['kind']>(
  result: DecodedResult,
  kind: Kind,
): Extract<DecodedResult, { kind: Kind }> {
  if (result.kind !== kind)
    throw new Error(`a ${result.kind}: ${JSON.stringify(result.kind === 'binary' && result.problem)}`)
  return result as Extract<DecodedResult, { kind: Kind }>
}

describe('content decides the format', () => {
  const cases: [string, string, string][] = [
    ['npy', 'npy', 'a.txt'],
    ['png', 'png', 'a.html'],
    ['jpeg', 'jpeg', 'a.svg'],
    ['webp', 'webp', ''],
    ['gif', 'gif', ''],
    ['tiff', 'tiff', ''],
    ['parquet', 'parquet', 'a.csv'],
    ['pdf', 'pdf', 'a.pickle'],
    ['tar', 'tar', ''],
    ['zip', 'zip', ''],
    ['gzip', 'gzip', ''],
    ['zlib', 'gzip', ''],
  ]
  it.each(cases)('of %s whatever its name is', (name, format, filename) => {
    expect(detect(file(name), filename)).toBe(format)
  })

  it('of texts', () => {
    expect(detect(text('{"a": NaN}'))).toBe('json')
    expect(detect(text('[1, 2]'))).toBe('json')
    expect(detect(text('233'))).toBe('json')
    expect(detect(text('a,b\n1,2\n'))).toBe('csv')
    expect(detect(text('a;b\n1;2\n'))).toBe('csv')
    expect(detect(text('one, two\nthree'))).toBe('text')
    expect(detect(text('one column\n1'), 'a.csv')).toBe('text')
    expect(detect(text('<svg onload="alert(1)"/>'))).toBe('text')
    expect(detect(text('(lp0\nI1\na.'))).toBe('pickle')
    expect(detect(text('In the beginning.'))).toBe('text')
    expect(detect(text(''))).toBe('text')
    expect(detect(Uint8Array.of(1, 2, 3, 0xff))).toBe('unknown')
  })
})

describe('arrays and tables', () => {
  it('of npy in any order and byte order', async () => {
    const { shape, dtype, data } = as(await decodeResult(file('npy')), 'array')
    expect({ shape, dtype, data }).toEqual({ shape: [2, 3], dtype: 'int32', data: Int32Array.of(0, 1, 2, 3, 4, 5) })
  })

  it('of npy with objects and structures', async () => {
    const objects = as(await decodeResult(file('npy objects')), 'table')
    expect(objects.columns[0]?.values).toEqual([1, 'x', null])
    const structured = as(await decodeResult(file('npy structured')), 'table')
    expect(
      structured.columns.map(({ name, values }) => [name, Array.from<unknown>(values as ArrayLike<unknown>)]),
    ).toEqual([
      ['a', [1]],
      ['b', ['x']],
    ])
  })

  it('of npz', async () => {
    const several = as(await decodeResult(file('npz')), 'archive')
    expect(several.format).toBe('npz')
    expect(several.entries.map(({ name, format }) => [name, format])).toEqual([
      ['x.npy', 'npy'],
      ['y.npy', 'npy'],
    ])
    const inner = as(await decodeResult(several.entries[0]?.bytes ?? text('')), 'array')
    expect(inner.data).toEqual(Float64Array.of(0, 1, 2))
    expect(as(await decodeResult(file('npz of one')), 'array')).toMatchObject({
      format: 'npz',
      shape: [3],
      dtype: 'float64',
    })
  })

  it('of Parquet, packed or not', async () => {
    const { columns, rowCount } = as(await decodeResult(file('parquet')), 'table')
    expect(rowCount).toBe(3)
    expect(columns.map(({ name, values }) => [name, values])).toEqual([
      ['n', [1.5, -2, Number.NaN]],
      ['t', ['one', 'two', 'three']],
    ])
  })

  it('of CSV with a heading, without one, and with gaps', async () => {
    const headed = as(await decodeResult(text('a,b,c\n1,x,2020-01-01\n,"y,z",2021-01-01\n')), 'table')
    expect(headed.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'integer'],
      ['b', 'text'],
      ['c', 'datetime'],
    ])
    expect(headed.columns[0]?.missing).toEqual(Uint8Array.of(0, 1))
    const plain = as(await decodeResult(text('1,2\n3,4.5\n')), 'table')
    expect(plain.columns.map(({ name, values }) => [name, values])).toEqual([
      ['column 1', Float64Array.of(1, 3)],
      ['column 2', Float64Array.of(2, 4.5)],
    ])
    const wide = as(await decodeResult(text('id,x\n9007199254740993,1\n')), 'table')
    expect(wide.columns[0]?.values).toEqual(['9007199254740993'])
  })

  it('of CSV stop at the limit of rows', async () => {
    const result = as(await decodeResult(text('a,b\n1,2\n3,4\n5,6\n'), { limits: { rows: 2 } }), 'table')
    expect([result.rowCount, result.truncated]).toEqual([2, true])
  })

  it('of JSON with NaN and Infinity', async () => {
    const array = as(await decodeResult(text('[[1, NaN], [-Infinity, 4]]')), 'array')
    expect([array.shape, Array.from<unknown>(array.data as ArrayLike<unknown>)]).toEqual([
      [2, 2],
      [1, Number.NaN, Number.NEGATIVE_INFINITY, 4],
    ])
    const records = as(await decodeResult(text('[{"a": 1, "t": "NaN"}, {"a": null, "b": true}]')), 'table')
    expect(records.columns.map(({ name, values }) => [name, values])).toEqual([
      ['a', [1, null]],
      ['t', ['NaN', null]],
      ['b', [null, true]],
    ])
    const tree = as(await decodeResult(text('{"__proto__": {"x": 1}, "s": "NaN Infinity", "n": NaN}')), 'tree').tree
    expect(tree.children?.map(({ key, node }) => [key, node.text])).toEqual([
      ['__proto__', ''],
      ['s', '"NaN Infinity"'],
      ['n', 'NaN'],
    ])
  })
})

describe('images', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'tiff'])('of %s know their size', async (name) => {
    const { width, height, mime } = as(await decodeResult(file(name)), 'image')
    expect([width, height, mime]).toEqual([6, 4, `image/${name}`])
  })

  it('of TIFF have pixels', async () => {
    const { pixels } = as(await decodeResult(file('tiff')), 'image')
    expect(Array.from(pixels?.subarray(0, 8) ?? [])).toEqual([0, 1, 2, 255, 3, 4, 5, 255])
    expect(as(await decodeResult(file('tiff'), { limits: { pixels: 10 } }), 'binary').problem?.code).toBe('limit')
  })

  it('with a broken header are bytes', async () => {
    for (const name of ['png', 'jpeg', 'webp', 'tiff']) as(await decodeResult(file(name).slice(0, 18)), 'binary')
  })
})

describe('archives', () => {
  it('list what a tar holds, and open one that holds one file', async () => {
    const { entries } = as(await decodeResult(file('tar')), 'archive')
    expect(entries.map(({ name, size, format }) => [name.slice(-12), size, format])).toEqual([
      ['/long/result', 6, 'json'],
      ['puts/log.txt', 6, 'text'],
    ])
    expect(as(await decodeResult(file('tar of one')), 'array').data).toEqual(Float64Array.of(0, 1, 2))
  })

  it('list what a zip holds by name only', async () => {
    const { entries } = as(await decodeResult(file('zip')), 'archive')
    expect(entries.map(({ name, directory, bytes }) => [name, directory, bytes?.length])).toEqual([
      ['../evil.txt', false, 5],
      ['folder/', true, undefined],
      ['data.json', false, 8],
    ])
  })

  it('open what is packed', async () => {
    expect(as(await decodeResult(file('gzip')), 'table').columns.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(as(await decodeResult(file('zlib')), 'array').summary.nanCount).toBe(1)
  })

  it('are bounded in size, ratio, count and depth', async () => {
    const zeros = gzipSync(new Uint8Array(4_000_000))
    const limit = async (bytes: Uint8Array, limits: object) =>
      as(await decodeResult(new Uint8Array(bytes), { limits }), 'binary').problem?.code
    expect(await limit(zeros, { unpackedBytes: 1_000_000 })).toBe('limit')
    expect(await limit(zeros, { ratio: 10 })).toBe('limit')
    expect(await limit(gzipSync(gzipSync(gzipSync(text('x')))), {})).toBe('limit')
    expect(await limit(zeros.subarray(0, 1000), {})).toBe('malformed')
    const few = as(await decodeResult(file('zip'), { limits: { entries: 1 } }), 'text')
    expect([few.text, few.format]).toEqual(['hello', 'text'])
    const small = as(await decodeResult(file('zip'), { limits: { unpackedBytes: 6 } }), 'archive')
    expect([small.truncated, small.entries.map((entry) => entry.bytes?.length)]).toEqual([
      true,
      [5, undefined, undefined],
    ])
  })

  it('refuse a member that is not as long as it says', async () => {
    const bytes = zip({ packed: deflateRawSync(new Uint8Array(5000)), size: 10 })
    expect(as(await decodeResult(bytes), 'binary').problem?.code).toBe('limit')
  })
})

describe('broken files', () => {
  it('come back as bytes with the reason', async () => {
    for (const name of ['npy', 'parquet', 'tar', 'zip', 'gzip']) {
      const { problem, format, byteLength } = as(
        await decodeResult(file(name).slice(0, name === 'tar' ? 515 : Math.floor(file(name).length * 0.7))),
        'binary',
      )
      expect(problem?.code).toMatch(/truncated|malformed/)
      expect([format, byteLength > 0]).toEqual([name, true])
    }
    const pickle = as(await decodeResult(Uint8Array.of(0x80, 4, 0x5d, 0x61, 0x2e)), 'binary')
    expect(pickle.problem).toMatchObject({ code: 'stack', position: 3 })
  })
})

/** A zip of one member that claims to unpack to `size` bytes. */
function zip({ packed, size }: { packed: Uint8Array; size: number }): Uint8Array<ArrayBuffer> {
  const u16 = (value: number) => [value & 255, value >> 8]
  const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]
  const head = [
    ...u16(20),
    ...u16(0),
    ...u16(8),
    ...u32(0),
    ...u32(0),
    ...u32(packed.length),
    ...u32(size),
    ...u16(1),
    ...u16(0),
  ]
  const local = [...text('PK\x03\x04'), ...head, 0x61, ...packed]
  const central = [
    ...text('PK\x01\x02'),
    ...u16(20),
    ...head,
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...u32(0),
    0x61,
  ]
  const end = [
    ...text('PK\x05\x06'),
    0,
    0,
    0,
    0,
    ...u16(1),
    ...u16(1),
    ...u32(central.length),
    ...u32(local.length),
    0,
    0,
  ]
  return Uint8Array.from([...local, ...central, ...end])
}
