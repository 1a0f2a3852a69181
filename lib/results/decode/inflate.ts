import { DecodeError } from '../DecodeError'

/**
 * Unpacks to at most `limit` bytes, with the platform's own decompressor, which also notices a cut or damaged stream.
 *
 * @throws {DecodeError} `limit` as soon as there is more, `malformed` when the data is none.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: 'gzip' | 'deflate' | 'deflate-raw',
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new DecodeError('malformed', 'compressed data', { cause })
    })
    if (done) break
    size += value.length
    if (size > limit) {
      await reader.cancel()
      throw new DecodeError('limit', 'unpacked size')
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
