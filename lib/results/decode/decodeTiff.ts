import { DecodeError } from '../DecodeError'
import type { Payload } from '../python/arrayToResult'
import type { ImageResult } from '../types'

/**
 * The first image of a TIFF as RGBA.
 *
 * @throws {DecodeError} `malformed`, `unsupported` or `limit`
 */
export async function decodeTiff(bytes: Uint8Array<ArrayBuffer>, pixelLimit: number): Promise<Payload<ImageResult>> {
  const { default: Utif } = await import('utif2')
  const buffer = bytes.slice().buffer
  try {
    const [first] = Utif.decode(buffer)
    const width = tag(first?.t256)
    const height = tag(first?.t257)
    if (!first || !(width > 0) || !(height > 0)) throw new DecodeError('malformed', 'no image')
    if (width * height > pixelLimit) throw new DecodeError('limit', 'pixels')
    Utif.decodeImage(buffer, first)
    const pixels = Uint8ClampedArray.from(Utif.toRGBA8(first))
    if (pixels.length !== width * height * 4) throw new DecodeError('unsupported', 'pixel layout')
    return { kind: 'image', mime: 'image/tiff', width, height, bytes, pixels }
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause
    throw new DecodeError('malformed', 'TIFF', { cause })
  }
}

/** The first number of a tag. */
function tag(value: unknown): number {
  return Array.isArray(value) ? Number(value[0]) : Number.NaN
}
