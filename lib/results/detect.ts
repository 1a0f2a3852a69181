import { decodeCharacters } from './decode/decodeCharacters'
import { parseLooseJson } from './decode/parseLooseJson'
import { looksLikePickle } from './looksLikePickle'
import type { ResultFormat } from './types'

const signatures: [ResultFormat, number, string][] = [
  ['npy', 0, '\x93NUMPY'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['tiff', 0, 'II+\0'],
  ['tiff', 0, 'MM\0+'],
  ['parquet', 0, 'PAR1'],
  ['pdf', 0, '%PDF-'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['gzip', 0, '\x1f\x8b\x08'],
  ['tar', 257, 'ustar'],
]
const sampleSize = 65_536

/** Tells the format by content; `filename` only decides between kinds of text. */
export function detect(bytes: Uint8Array<ArrayBuffer>, filename = ''): ResultFormat {
  if (bytes.length === 0) return 'text'
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return 'webp'
  for (const [format, offset, signature] of signatures) if (startsWith(bytes, offset, signature)) return format
  if (bytes[0] === 0x80 && (bytes[1] ?? 255) <= 5) return 'pickle'
  if (isZlib(bytes)) return 'gzip'
  const text = decodeCharacters(bytes.subarray(0, sampleSize), { cut: bytes.length > sampleSize })
  if (text === undefined) return looksLikePickle(bytes) ? 'pickle' : 'unknown'
  if (/^\s*[[{]/.test(text) && (isJson(bytes, text) || isJsonLines(text))) return 'json'
  if (looksLikePickle(bytes)) return 'pickle'
  if (
    /^\s*(?:-?(?:\d|Infinity)|"|true\b|false\b|null\b|NaN\b)/.test(text) &&
    bytes.length < sampleSize &&
    isJson(bytes, text)
  )
    return 'json'
  return looksLikeTable(text, filename) ? 'csv' : 'text'
}

function startsWith(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (bytes.length < offset + signature.length) return false
  for (let at = 0; at < signature.length; at += 1) if (bytes[offset + at] !== signature.charCodeAt(at)) return false
  return true
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (
    first === 0x78 &&
    (second === 0x01 || second === 0x5e || second === 0x9c || second === 0xda) &&
    (first * 256 + second) % 31 === 0
  )
}

/** Small texts are parsed; of large ones the first bytes have to look right. */
function isJson(bytes: Uint8Array, text: string): boolean {
  if (text.length === 0) return false
  if (bytes.length > sampleSize) return /^\s*(?:\[\s*(?:[[{"\d-]|NaN|Infinity|true|false|null)|\{\s*")/.test(text)
  return isLoose(text)
}

/** One JSON object per line, at least two. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, 2)
  return [first, second].every((line) => /^\{.*\}$/.test(line.trim()) && isLoose(line))
}

function isLoose(text: string): boolean {
  try {
    parseLooseJson(text)
    return true
  } catch {
    return false
  }
}

function looksLikeTable(text: string, filename: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 20)
  if (lines.length > 1 && text.length >= sampleSize - 3) lines.pop()
  const filled = lines.filter((line) => line.trim() !== '')
  const named = /\.(csv|tsv)$/i.test(filename)
  if (filled.length < (named ? 1 : 2)) return false
  return [',', '\t', ';', '|'].some((separator) => {
    const counts = filled.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1)
    const [first = 0] = counts
    return first > 0 && (named || counts.every((count) => count === first))
  })
}
