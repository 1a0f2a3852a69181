import { DecodeError } from '../../DecodeError'
import type { Tags } from './readDirectory'
import type { Raster } from './readRaster'

/** How a picture's samples become colours: the number of samples it needs, and the colour of one pixel. */
type Painter = { needs: number; paint: (sample: (index: number) => number) => readonly [number, number, number] }

/** A raster of up to 16 bits per sample as RGBA; `undefined` when its samples are measurements rather than colours. */
export function toPixels(raster: Raster, tags: Tags): Uint8ClampedArray<ArrayBuffer> | undefined {
  const { width, height, samples, bits, format, bytes } = raster
  const painter = painterOf(tags, bits)
  const gray = painter?.needs === 1
  if (!painter || format !== 'unsigned' || bits > (gray ? 8 : 16) || samples < painter.needs) return undefined
  const extra = tags.all(338)[0]
  const alphaAt = samples === painter.needs + 1 && (extra === 1 || extra === 2) ? painter.needs : -1
  if (samples > painter.needs + 1) return undefined
  const unit = Math.max(1, bits / 8)
  // Of 16 bits the upper eight are shown.
  const byte = unit === 2 && tags.littleEndian ? 1 : 0
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    const start = at * samples * unit + byte
    pixels.set(
      painter.paint((index) => bytes[start + index * unit] as number),
      at * 4,
    )
    pixels[at * 4 + 3] = alphaAt < 0 ? 255 : (bytes[start + alphaAt * unit] as number)
  }
  return pixels
}

function painterOf(tags: Tags, bits: number): Painter | undefined {
  const scale = bits < 8 ? 255 / (2 ** bits - 1) : 1
  switch (tags.one(262, 1)) {
    case 0:
      return { needs: 1, paint: (sample) => level(255 - sample(0) * scale) }
    case 1:
      return { needs: 1, paint: (sample) => level(sample(0) * scale) }
    case 2:
      return { needs: 3, paint: (sample) => [sample(0), sample(1), sample(2)] }
    case 3: {
      const colours = tags.all(320)
      const size = 2 ** bits
      if (colours.length < size * 3 || bits > 8) throw new DecodeError('malformed', 'TIFF palette')
      const shade = (index: number) => (colours[index] as number) >> 8
      return { needs: 1, paint: (sample) => [shade(sample(0)), shade(sample(0) + size), shade(sample(0) + 2 * size)] }
    }
    case 5:
      return { needs: 4, paint: (sample) => ink(sample(0), sample(1), sample(2), sample(3)) }
    case 6:
      if (tags.all(530).some((each) => each !== 1)) throw new DecodeError('unsupported', 'TIFF subsampling')
      return { needs: 3, paint: (sample) => broadcast(sample(0), sample(1) - 128, sample(2) - 128) }
    default:
      return undefined
  }
}

const level = (value: number) => [value, value, value] as const

function ink(...[cyan, magenta, yellow, black]: [number, number, number, number]): readonly [number, number, number] {
  return [255 - cyan - black, 255 - magenta - black, 255 - yellow - black]
}

function broadcast(luma: number, blue: number, red: number): readonly [number, number, number] {
  return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue]
}
