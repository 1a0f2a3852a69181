import { describe, expect, it } from 'vitest'
import { decodeResult } from '../decodeResult'
import type { Column, DecodedResult } from '../types'

const utf8 = (text: string) => new TextEncoder().encode(text)

function columns(result: DecodedResult): [string, string, unknown[]][] {
  if (result.kind !== 'table') throw new Error(`a ${result.kind}`)
  return result.columns.map(({ name, kind, values }: Column) => [name, kind, Array.from<unknown>(values)])
}

function sixteen(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const marked = `\ufeff${text}`
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian)
  return bytes
}

describe('texts of other programs', () => {
  it('are read in UTF-16, Windows-1252 and UTF-8 with a mark', async () => {
    const wanted = [
      ['a', 'integer', [1]],
      ['b', 'text', ['é']],
    ]
    for (const bytes of [sixteen('a,b\n1,é\n', true), sixteen('a,b\n1,é\n', false), utf8('\ufeffa,b\n1,é\n')]) {
      expect(columns(await decodeResult(bytes))).toEqual(wanted)
    }
    const windows = Uint8Array.from('name,ort\nM\xfcller,K\xf6ln\n', (character) => character.charCodeAt(0))
    expect(columns(await decodeResult(windows))).toEqual([
      ['name', 'text', ['Müller']],
      ['ort', 'text', ['Köln']],
    ])
    expect((await decodeResult(new Uint8Array(300).fill(0xfe))).kind).toBe('binary')
  })

  it('are tables with semicolons and decimal commas, with bars, and of one JSON object per line', async () => {
    expect(columns(await decodeResult(utf8('a;b\n1,5;"x;y"\n-2,25;z\n')))).toEqual([
      ['a', 'float', [1.5, -2.25]],
      ['b', 'text', ['x;y', 'z']],
    ])
    expect(columns(await decodeResult(utf8('a|b\n1|2\n3|4\n'))).map(([name]) => name)).toEqual(['a', 'b'])
    expect(columns(await decodeResult(utf8('{"a": 1}\n{"a": 2, "b": "x"}\n')))).toEqual([
      ['a', 'integer', [1, 2]],
      ['b', 'text', [null, 'x']],
    ])
  })

  it('keep whole numbers of any length', async () => {
    const { tree } = await decodeResult(
      utf8('{"id": 12345678901234567890, "s": "12345678901234567890", "n": -9007199254740993}'),
    )
    expect(tree?.children?.map(({ node }) => node.text)).toEqual([
      '12345678901234567890',
      '"12345678901234567890"',
      '-9007199254740993',
    ])
    expect(columns(await decodeResult(utf8('[{"a": 9007199254740993}]')))[0]?.[2]).toEqual([9007199254740993n])
    expect((await decodeResult(utf8(`["${'\\"'.repeat(1_000_000)} NaN`))).kind).toBe('text')
  })

  it('say how they are packed where a browser cannot unpack them', async () => {
    const result = await decodeResult(utf8('BZh91AY&SY'))
    const packed = await decodeResult(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4))
    expect([result.kind, packed.kind === 'binary' && packed.problem?.message]).toEqual([
      'text',
      'The file uses a part of its format that is not supported here: xz compression',
    ])
  })
})
