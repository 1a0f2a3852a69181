import { DecodeError } from '../DecodeError'
import type { ArchiveEntry, DecodeLimits } from '../types'
import { inflate } from './inflate'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/**
 * Entries of a zip file. The directory's own sizes are only believed within the limits, and a member that unpacks to
 * something else than it says is refused.
 *
 * @throws {DecodeError}
 */
export async function readZip(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Pick<DecodeLimits, 'entries' | 'unpackedBytes' | 'ratio'>,
): Promise<{ entries: ArchiveEntry[]; truncated: boolean }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(view)
  const total = view.getUint16(end + 10, true)
  const entries: ArchiveEntry[] = []
  let position = view.getUint32(end + 16, true)
  let budget = limits.unpackedBytes
  let truncated = total > limits.entries
  try {
    for (let count = 0; count < Math.min(total, limits.entries); count += 1) {
      if (view.getUint32(position, true) !== entrySignature) throw new DecodeError('malformed', 'zip directory')
      const [flags, method] = [view.getUint16(position + 8, true), view.getUint16(position + 10, true)]
      const [packed, size] = [view.getUint32(position + 20, true), view.getUint32(position + 24, true)]
      const nameLength = view.getUint16(position + 28, true)
      const local = view.getUint32(position + 42, true)
      const nameBytes = bytes.subarray(position + 46, position + 46 + nameLength)
      const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(nameBytes)
      position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true)
      const entry: ArchiveEntry = { name, size, directory: name.endsWith('/') }
      entries.push(entry)
      if (entry.directory) continue
      const readable = (flags & 1) === 0 && (method === 0 || method === 8)
      if (!readable || size > budget || size > packed * limits.ratio + 1024) {
        truncated = true
        continue
      }
      if (view.getUint32(local, true) !== localSignature) throw new DecodeError('malformed', 'zip member')
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const data = bytes.subarray(start, start + packed)
      if (data.length !== packed) throw new DecodeError('truncated')
      const content = method === 0 ? data : await inflate(data, 'deflate-raw', size)
      if (content.length !== size) throw new DecodeError('malformed', 'size of a zip member')
      entry.bytes = content
      budget -= size
    }
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause
    throw new DecodeError('malformed', 'zip', { cause })
  }
  return { entries, truncated }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new DecodeError('truncated', 'zip directory')
}
