import type { ResultFormat } from '../types'

/** Width and height from the header of a PNG, JPEG, GIF or WebP; `undefined` when the header is broken. */
export function readImageSize(
  bytes: Uint8Array<ArrayBuffer>,
  format: ResultFormat,
): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    const size = readers[format]?.(view)
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type Size = { width: number; height: number }

const readers: Partial<Record<ResultFormat, (view: DataView) => Size | undefined>> = {
  png: (view) =>
    view.getUint32(12) === 0x49484452 ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined,
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  jpeg: readJpeg,
  webp: readWebp,
}

function readJpeg(view: DataView): Size | undefined {
  let at = 2
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue
    const length = view.getUint16(at)
    if (length < 2) return undefined
    at += length
  }
}

function readWebp(view: DataView): Size | undefined {
  const u24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  const chunk = view.getUint32(12)
  if (chunk === 0x56503858) return { width: u24(24) + 1, height: u24(27) + 1 }
  if (chunk === 0x56503820)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 0x5650384c || view.getUint8(20) !== 0x2f) return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
