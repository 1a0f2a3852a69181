import { DecodeError } from '../../DecodeError'

export type Tags = {
  littleEndian: boolean
  /** All values of a tag; empty when it is absent. */
  all: (tag: number) => readonly number[]
  /** The first value of a tag. */
  one: (tag: number, otherwise: number) => number
}

const valueLimit = 1_000_000
const sizes: Record<number, number> = { 1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4, 16: 8 }

/** The tags of the first image of a TIFF or BigTIFF. Values that are no whole numbers are left out. @throws {DecodeError} */
export function readDirectory(bytes: Uint8Array<ArrayBuffer>): Tags {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    return read(view)
  } catch (cause) {
    if (cause instanceof RangeError) throw new DecodeError('truncated', 'TIFF directory', { cause })
    throw cause
  }
}

function read(view: DataView): Tags {
  const littleEndian = view.getUint8(0) === 0x49
  const u16 = (at: number) => view.getUint16(at, littleEndian)
  const u32 = (at: number) => view.getUint32(at, littleEndian)
  const u64 = (at: number) => Number(view.getBigUint64(at, littleEndian))
  const big = u16(2) === 43
  const start = big ? u64(8) : u32(4)
  const count = big ? u64(start) : u16(start)
  const [width, wordSize, first] = big ? [20, 8, start + 8] : [12, 4, start + 2]
  if (first + count * width > view.byteLength) throw new DecodeError('truncated', 'TIFF directory')
  const value = (type: number, at: number): number => {
    if (type === 16) return u64(at)
    if (type === 4 || type === 9) return u32(at)
    return type === 3 || type === 8 ? u16(at) : view.getUint8(at)
  }
  const tags = new Map<number, number[]>()
  let budget = valueLimit
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + entry * width
    const [tag, type] = [u16(at), u16(at + 2)]
    const size = sizes[type]
    const length = big ? u64(at + 4) : u32(at + 4)
    if (size === undefined || tags.has(tag)) continue
    const held = at + (big ? 12 : 8)
    const from = length * size <= wordSize ? held : big ? u64(held) : u32(held)
    if (from + length * size > view.byteLength) throw new DecodeError('truncated', `TIFF tag ${tag}`)
    budget -= length
    if (budget < 0) throw new DecodeError('limit', 'TIFF tags')
    tags.set(
      tag,
      Array.from({ length }, (_, index) => value(type, from + index * size)),
    )
  }
  const all = (tag: number) => tags.get(tag) ?? []
  return { littleEndian, all, one: (tag, otherwise) => all(tag)[0] ?? otherwise }
}
