import { DecodeError } from '../DecodeError'
import { arrayToResult, type Payload } from '../python/arrayToResult'
import type { ArrayResult, ImageResult } from '../types'
import { NDArray } from '../unpickle/values/NDArray'
import { parseDType } from '../unpickle/values/parseDType'
import { readDirectory } from './tiff/readDirectory'
import { readRaster } from './tiff/readRaster'
import { toPixels } from './tiff/toPixels'

/**
 * The first image of a TIFF: colours as pixels, measurements (16 bits and more in one band, floats, many bands) as an
 * array of their exact values.
 *
 * @throws {DecodeError} `malformed`, `truncated`, `unsupported` or `limit`
 */
export async function decodeTiff(
  bytes: Uint8Array<ArrayBuffer>,
  pixelLimit: number,
): Promise<Payload<ImageResult> | Payload<ArrayResult>> {
  const tags = readDirectory(bytes)
  const raster = await readRaster(bytes, tags, pixelLimit)
  const { width, height, samples, bits, format } = raster
  const pixels = toPixels(raster, tags)
  if (pixels) return { kind: 'image', mime: 'image/tiff', width, height, bytes, pixels }
  const letter = { unsigned: 'u', signed: 'i', float: 'f' }[format]
  if (format === 'float' && bits < 16) throw new DecodeError('unsupported', 'TIFF sample size')
  const dtype = parseDType(`${tags.littleEndian ? '<' : '>'}${letter}${Math.max(1, bits / 8)}`)
  const shape = samples === 1 ? [height, width] : [height, width, samples]
  const result = arrayToResult(new NDArray('TIFF', { shape, dtype, bytes: raster.bytes }))
  if (result?.kind !== 'array') throw new DecodeError('unsupported', 'TIFF')
  return result
}
