import { DecodeError } from '../DecodeError'
import type { ArchiveEntry } from '../types'

const block = 512

/** Entries of a tar file: files and directories; links and devices are listed without content. @throws {DecodeError} */
export function readTar(
  bytes: Uint8Array<ArrayBuffer>,
  limits: { entries: number },
): { entries: ArchiveEntry[]; truncated: boolean } {
  const entries: ArchiveEntry[] = []
  let longName: string | undefined
  for (let at = 0; at + block <= bytes.length; ) {
    const header = bytes.subarray(at, at + block)
    if (header.every((byte) => byte === 0)) break
    if (entries.length >= limits.entries) return { entries, truncated: true }
    const size = octal(header.subarray(124, 136))
    if (!checksumHolds(header)) throw new DecodeError('malformed', 'tar header')
    const content = bytes.subarray(at + block, at + block + size)
    if (content.length !== size) throw new DecodeError('truncated', 'tar member')
    at += block + Math.ceil(size / block) * block
    const type = String.fromCharCode(header[156] ?? 0)
    if (type === 'L') longName = text(content)
    else if (type === 'x') longName = paxPath(content) ?? longName
    if (type === 'L' || type === 'x' || type === 'g' || type === 'K') continue
    const prefix = text(header.subarray(257, 262)) === 'ustar' ? text(header.subarray(345, 500)) : ''
    const plain = text(header.subarray(0, 100))
    const name = longName ?? (prefix ? `${prefix}/${plain}` : plain)
    longName = undefined
    const isFile = type === '0' || type === '\0' || type === '7'
    entries.push({ name, size, directory: type === '5', ...(isFile ? { bytes: content } : {}) })
  }
  return { entries, truncated: false }
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Octal digits, or a big-endian number when the first bit is set. */
function octal(field: Uint8Array): number {
  if ((field[0] ?? 0) & 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
    if (!Number.isSafeInteger(value)) throw new DecodeError('malformed', 'size of a tar member')
    return value
  }
  const digits = text(field).trim()
  if (!/^[0-7]*$/.test(digits)) throw new DecodeError('malformed', 'size of a tar member')
  return digits ? Number.parseInt(digits, 8) : 0
}

function checksumHolds(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  return sum === octal(header.subarray(148, 156))
}

/** The `path` record of a pax header: `<length> path=<value>\n`. */
function paxPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1]
}
