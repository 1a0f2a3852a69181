const clear = 256
const end = 257
const codeLimit = 4096

/** TIFF's LZW, most significant bit first, up to `size` bytes; what a broken stream leaves out stays zero. */
export function unpackLzw(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size)
  // A code stands for a stretch of what has been written already.
  const starts = new Uint32Array(codeLimit)
  const lengths = new Uint32Array(codeLimit)
  let [next, width, written, previous] = [end + 1, 9, 0, -1]
  let [held, bits] = [0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === end || written >= size) break
    if (code === clear) {
      next = end + 1
      width = 9
      previous = -1
      continue
    }
    if (code > next || (code === next && previous < 0)) break
    const from = written
    if (code < clear) {
      out[written] = code
      written += 1
    } else {
      const known = code < next
      const start = known ? (starts[code] as number) : previous
      const length = known ? (lengths[code] as number) : from - previous + 1
      for (let at = 0; at < length && written < size; at += 1) {
        out[written] = out[start + at] as number
        written += 1
      }
    }
    if (previous >= 0 && next < codeLimit) {
      starts[next] = previous
      lengths[next] = from - previous + 1
      next += 1
    }
    previous = from
    if (next >= (1 << width) - 1 && width < 12) width += 1
  }
  return out
}
