import type { DecodeLimits } from '../types'
import { inflate } from './inflate'

/** Unpacks gzip or zlib, stopping at the limits. @throws {DecodeError} */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Pick<DecodeLimits, 'unpackedBytes' | 'ratio'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const limit = Math.min(limits.unpackedBytes, bytes.length * limits.ratio + 1024)
  return inflate(bytes, bytes[0] === 0x1f ? 'gzip' : 'deflate', limit)
}
