export type Encodings = {
  /** A character cut off by the end of a sample is no mistake. */
  cut?: boolean
  /** Only UTF-8. */
  strict?: boolean
}

/**
 * Text of any of the encodings that programs write: UTF-8, UTF-16 with a mark, and where bytes are no UTF-8, Windows-1252.
 *
 * @returns `undefined` when the bytes are no text: control characters, or mostly bytes beyond ASCII that are no UTF-8.
 */
export function decodeCharacters(
  bytes: Uint8Array,
  { cut = false, strict = false }: Encodings = {},
): string | undefined {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (!strict && (mark === 0xfffe || mark === 0xfeff)) {
    const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)
    return hasControls(text) ? undefined : text
  }
  let foreign = 0
  for (const byte of bytes) {
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) return undefined
    if (byte > 127) foreign += 1
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return !strict && foreign * 4 < bytes.length ? new TextDecoder('windows-1252').decode(bytes) : undefined
  }
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 && (code < 9 || code > 13) && code !== 27) return true
  }
  return false
}
