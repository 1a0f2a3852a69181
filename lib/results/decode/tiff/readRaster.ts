import { DecodeError } from '../../DecodeError'
import { inflate } from '../inflate'
import type { Tags } from './readDirectory'
import { undoPredictor } from './undoPredictor'
import { unpackBits } from './unpackBits'
import { unpackLzw } from './unpackLzw'

export type Raster = {
  width: number
  height: number
  /** Values per pixel. */
  samples: number
  bits: number
  format: 'unsigned' | 'signed' | 'float'
  /** Row by row, pixel by pixel; samples of fewer than eight bits take a byte each. */
  bytes: Uint8Array<ArrayBuffer>
}

const chunkLimit = 50_000
/** How far each compression can shrink: a longer picture cannot be in the file. */
const ratios: Record<number, number> = { 5: 2800, 8: 1100, 32946: 1100, 32773: 64 }
const formats = { 1: 'unsigned', 2: 'signed', 3: 'float', 4: 'unsigned' } as const

type Plan = Omit<Raster, 'bytes' | 'format'> & {
  /** Size of a strip or tile in pixels. */
  chunk: { width: number; height: number }
  planar: boolean
  compression: number
  predictor: number
}

/** The samples of an image in strips or tiles, unpacked. @throws {DecodeError} */
export async function readRaster(file: Uint8Array<ArrayBuffer>, tags: Tags, pixelLimit: number): Promise<Raster> {
  const format = formats[tags.one(339, 1) as keyof typeof formats]
  const plan = planOf(tags, pixelLimit)
  if (!format) throw new DecodeError('unsupported', 'TIFF sample format')
  const { width, height, samples, bits, chunk, planar } = plan
  const tiled = tags.all(322).length > 0
  const [offsets, counts] = [tags.all(tiled ? 324 : 273), tags.all(tiled ? 325 : 279)]
  const [across, down] = [Math.ceil(width / chunk.width), Math.ceil(height / chunk.height)]
  const perPlane = across * down
  const needed = perPlane * (planar ? samples : 1)
  if (needed > chunkLimit) throw new DecodeError('limit', 'parts of a TIFF')
  if (offsets.length < needed || counts.length < needed) throw new DecodeError('malformed', 'TIFF strips')
  const packedSize = counts.slice(0, needed).reduce((sum, each) => sum + each, 0)
  if (packedSize > file.length * 2) throw new DecodeError('malformed', 'TIFF strips share their bytes')
  if ((width * height * samples * bits) / 8 > packedSize * (ratios[plan.compression] ?? 1) + 1024)
    throw new DecodeError('truncated', 'TIFF strips')
  const unit = Math.max(1, bits / 8)
  const bytes = new Uint8Array(width * height * samples * unit)
  for (let index = 0; index < needed; index += 1) {
    const at = offsets[index] as number
    const packed = file.subarray(at, at + (counts[index] as number))
    const within = index % perPlane
    const left = (within % across) * chunk.width
    const top = Math.floor(within / across) * chunk.height
    // Strips end with the image, tiles do not.
    const rows = tiled ? chunk.height : Math.min(chunk.height, height - top)
    const part = await unpack(packed, { ...plan, rows, littleEndian: tags.littleEndian })
    place(bytes, part, { plan, left, top, plane: Math.floor(index / perPlane), rows })
  }
  return { width, height, samples, bits, format, bytes }
}

function planOf(tags: Tags, pixelLimit: number): Plan {
  const [width, height] = [tags.one(256, 0), tags.one(257, 0)]
  const samples = tags.one(277, 1)
  const bits = tags.one(258, 1)
  if (!(width > 0) || !(height > 0)) throw new DecodeError('malformed', 'no image')
  if (width * height * Math.max(1, samples / 4) > pixelLimit) throw new DecodeError('limit', 'pixels')
  if (![1, 2, 4, 8, 16, 32, 64].includes(bits) || tags.all(258).some((each) => each !== bits) || samples < 1)
    throw new DecodeError('unsupported', 'TIFF sample size')
  const chunk =
    tags.all(322).length > 0
      ? { width: tags.one(322, 0), height: tags.one(323, 0) }
      : { width, height: Math.min(height, tags.one(278, height)) }
  if (!(chunk.width > 0) || !(chunk.height > 0) || chunk.width * chunk.height > pixelLimit * 2)
    throw new DecodeError('malformed', 'TIFF tiles')
  if (tags.one(266, 1) !== 1) throw new DecodeError('unsupported', 'TIFF bit order')
  const predictor = tags.one(317, 1)
  if (predictor > 3 || (predictor > 1 && bits < 8)) throw new DecodeError('unsupported', 'TIFF predictor')
  const planar = tags.one(284, 1) === 2 && samples > 1
  return { width, height, samples, bits, chunk, planar, compression: tags.one(259, 1), predictor }
}

type Part = Plan & { rows: number; littleEndian: boolean }

async function unpack(packed: Uint8Array<ArrayBuffer>, part: Part): Promise<Uint8Array<ArrayBuffer>> {
  const { chunk, planar, bits, predictor, rows, littleEndian } = part
  const samples = planar ? 1 : part.samples
  const size = Math.ceil((chunk.width * samples * bits) / 8) * rows
  const bytes = await decompress(packed, part.compression, size)
  if (predictor > 1)
    undoPredictor(predictor, bytes, { width: chunk.width, samples, bytesPerSample: bits / 8, littleEndian })
  return bytes
}

async function decompress(packed: Uint8Array<ArrayBuffer>, compression: number, size: number) {
  switch (compression) {
    case 1:
      if (packed.length < size) throw new DecodeError('truncated', 'TIFF strip')
      return packed.slice(0, size)
    case 5:
      return unpackLzw(packed, size)
    case 8:
    case 32_946: {
      const bytes = await inflate(packed, 'deflate', size + 65_536)
      if (bytes.length < size) throw new DecodeError('truncated', 'TIFF strip')
      return bytes.subarray(0, size)
    }
    case 32_773:
      return unpackBits(packed, size)
    default:
      throw new DecodeError('unsupported', `TIFF compression ${compression}`)
  }
}

type Place = { plan: Plan; left: number; top: number; plane: number; rows: number }

/** Copies a strip or tile to where it belongs, sample by sample only where it must. */
function place(bytes: Uint8Array, part: Uint8Array, { plan, left, top, plane, rows }: Place): void {
  const { width, height, samples, bits, chunk, planar } = plan
  const unit = Math.max(1, bits / 8)
  const held = planar ? 1 : samples
  const rowSize = Math.ceil((chunk.width * held * bits) / 8)
  const columns = Math.min(chunk.width, width - left)
  for (let row = 0; row < Math.min(rows, height - top); row += 1) {
    const from = part.subarray(row * rowSize, (row + 1) * rowSize)
    const target = ((top + row) * width + left) * samples * unit
    if (bits >= 8 && !planar) bytes.set(from.subarray(0, columns * held * unit), target)
    else if (bits >= 8) {
      for (let at = 0; at < columns; at += 1)
        for (let byte = 0; byte < unit; byte += 1)
          bytes[target + (at * samples + plane) * unit + byte] = from[at * unit + byte] as number
    } else {
      for (let at = 0; at < columns * held; at += 1) {
        const shift = 8 - bits - ((at * bits) & 7)
        bytes[target + (planar ? at * samples + plane : at)] =
          ((from[(at * bits) >> 3] as number) >> shift) & ((1 << bits) - 1)
      }
    }
  }
}
