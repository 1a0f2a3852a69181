import { DecodeError } from '../DecodeError'
import type { DecodeLimits } from '../types'

const piece = 65_536

/** Unpacks gzip or zlib, stopping at the limits. @throws {DecodeError} */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Pick<DecodeLimits, 'unpackedBytes' | 'ratio'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Decompress } = await import('fflate')
  const limit = Math.min(limits.unpackedBytes, bytes.length * limits.ratio + 1024)
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  const stream = new Decompress((chunk, final) => {
    size += chunk.length
    if (size > limit) throw new DecodeError('limit', 'unpacked size')
    chunks.push(chunk)
    ended ||= final
  })
  try {
    for (let at = 0; at < bytes.length; at += piece)
      stream.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause
    throw new DecodeError('malformed', 'compressed data', { cause })
  }
  if (!ended) throw new DecodeError('truncated')
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
