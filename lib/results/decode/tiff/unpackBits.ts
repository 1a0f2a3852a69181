/** Apple's PackBits, up to `size` bytes; what a broken stream leaves out stays zero. */
export function unpackBits(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size)
  let written = 0
  for (let at = 0; at < bytes.length && written < size; ) {
    const head = bytes[at] as number
    at += 1
    if (head < 128) {
      const run = bytes.subarray(at, at + Math.min(head + 1, size - written))
      out.set(run, written)
      at += head + 1
      written += head + 1
    } else if (head > 128) {
      out.fill(bytes[at] ?? 0, written, written + 257 - head)
      at += 1
      written += 257 - head
    }
  }
  return out
}
