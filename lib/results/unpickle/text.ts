import { PickleError } from './PickleError'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1Chunk = 8192
const shortText = 40

/** UTF-8 as Python's `surrogatepass` reads it: lone surrogates are kept. @throws {PickleError} `text` */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length <= shortText) {
    let text = ''
    let at = 0
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number
      if (byte > 127) break
      text += String.fromCharCode(byte)
    }
    if (at === bytes.length) return text
  }
  try {
    return strict.decode(bytes)
  } catch {
    return decodeWithSurrogates(bytes)
  }
}

/** Only reached when strict decoding failed: finds encoded surrogates and decodes what lies between them. */
function decodeWithSurrogates(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  const flush = (to: number) => {
    try {
      if (to > from) parts.push(strict.decode(bytes.subarray(from, to)))
    } catch {
      throw new PickleError('text', 'UTF-8')
    }
  }
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const second = bytes[at + 1] ?? 0
    const third = bytes[at + 2] ?? 0
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue
    flush(at)
    parts.push(String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)))
    from = at + 3
  }
  flush(bytes.length)
  return parts.join('')
}

/** One character per byte. */
export function decodeLatin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += latin1Chunk) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + latin1Chunk)))
  }
  return parts.join('')
}

/** One byte per character, or `undefined` when one is beyond 255. */
export function encodeLatin1(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 255) return undefined
    bytes[at] = code
  }
  return bytes
}

/** UTF-8 bytes holding only characters up to 255, as one byte each; `undefined` when there are others. */
export function utf8ToLatin1(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (byte < 0x80) {
      out[length] = byte
    } else {
      at += 1
      const next = bytes[at] ?? 0
      if ((byte !== 0xc2 && byte !== 0xc3) || (next & 0xc0) !== 0x80) return undefined
      out[length] = ((byte & 3) << 6) | (next & 0x3f)
    }
    length += 1
  }
  return out.subarray(0, length)
}

/** Protocol 0 text: Latin-1 with `\uXXXX` and `\UXXXXXXXX`. @throws {PickleError} `text` */
export function decodeRawUnicodeEscape(bytes: Uint8Array): string {
  const text = decodeLatin1(bytes)
  if (!text.includes('\\')) return text
  const parts: string[] = []
  let end = 0
  for (const match of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]?))/g)) {
    const [whole, short, long, other] = match
    if (other === 'u' || other === 'U') throw new PickleError('text', 'escape')
    parts.push(text.slice(end, match.index), short || long ? codePoint(short ?? long ?? '') : whole)
    end = match.index + whole.length
  }
  parts.push(text.slice(end))
  return parts.join('')
}

function codePoint(hex: string): string {
  const point = Number.parseInt(hex, 16)
  if (point > 0x10ffff) throw new PickleError('text', 'code point')
  return String.fromCodePoint(point)
}

const simpleEscapes: Record<string, number> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
}

/** The text between the quotes of a Python 2 `repr`. @throws {PickleError} `text` */
export function decodeStringEscape(quoted: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = decodeLatin1(quoted)
  const quote = text[0]
  if (text.length < 2 || (quote !== "'" && quote !== '"') || text.at(-1) !== quote)
    throw new PickleError('text', 'quotes')
  const bytes: number[] = []
  const pattern = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|([\s\S]?))|([^\\])/g
  for (const [, octal, hex, other, plain] of text.slice(1, -1).matchAll(pattern)) {
    if (plain !== undefined) bytes.push(plain.charCodeAt(0))
    else if (octal) bytes.push(Number.parseInt(octal, 8) & 255)
    else if (hex) bytes.push(Number.parseInt(hex, 16))
    else if (other === '\n') continue
    else if (!other || other === 'x') throw new PickleError('text', 'escape')
    else if (Object.hasOwn(simpleEscapes, other)) bytes.push(simpleEscapes[other] ?? 0)
    else bytes.push(92, other.charCodeAt(0))
  }
  return Uint8Array.from(bytes)
}
