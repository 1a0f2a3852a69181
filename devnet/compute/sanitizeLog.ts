const escapeByte = 0x1b
const newline = 0x0a
const tab = 0x09
const carriageReturn = 0x0d
/** Longest incomplete sequence at the end of a chunk that is held back. */
const longestTail = 4096

/** Bytes of the UTF-8 sequence at `at`: its length when it is whole and right, 0 when wrong, -1 when cut off by the end. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length =
    first < 0x80
      ? 1
      : first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index]
    if (next === undefined) return -1
    if ((next & 0xc0) !== 0x80) return 0
  }
  if (first === 0xe0 && (bytes[at + 1] ?? 0) < 0xa0) return 0
  if (first === 0xed && (bytes[at + 1] ?? 0) > 0x9f) return 0
  if (first === 0xf0 && (bytes[at + 1] ?? 0) < 0x90) return 0
  if (first === 0xf4 && (bytes[at + 1] ?? 0) > 0x8f) return 0
  return length
}

/** Bytes of the terminal sequence that starts with the escape at `at`, or -1 when cut off by the end. */
function terminalSequenceLength(bytes: Uint8Array, at: number): number {
  const kind = bytes[at + 1]
  if (kind === undefined) return -1
  if (kind === 0x5b) {
    for (let index = at + 2; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0
      if (byte >= 0x40 && byte <= 0x7e) return index - at + 1
      if (byte < 0x20) return index - at
    }
    return -1
  }
  if (kind === 0x5d || kind === 0x50 || kind === 0x5e || kind === 0x5f) {
    for (let index = at + 2; index < bytes.length; index++) {
      if (bytes[index] === 0x07) return index - at + 1
      if (bytes[index] === escapeByte) return bytes[index + 1] === 0x5c ? index - at + 2 : index - at
      if (bytes[index] === newline) return index - at
    }
    return -1
  }
  return 2
}

/**
 * Turns what a program prints into text that is safe to show: terminal sequences are dropped, other control characters and
 * bytes that are not UTF-8 are written `\xNN`, every kind of line end becomes `\n`.
 *
 * @returns `push` takes bytes and returns text, but for a sequence that is cut off by their end; `flush` returns what is left of it.
 */
export function createLogSanitizer(): { push(chunk: Uint8Array): string; flush(): string } {
  let held: Uint8Array = new Uint8Array(0)

  const convert = (bytes: Uint8Array, isEnd: boolean): { text: string; used: number } => {
    let text = ''
    let at = 0
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0
      const mayHold = !isEnd && bytes.length - at < longestTail
      if (byte === escapeByte) {
        const length = terminalSequenceLength(bytes, at)
        if (length < 0 && mayHold) break
        if (length < 0) text += '\\x1b'
        at += length < 0 ? 1 : length
        continue
      }
      if (byte === carriageReturn) {
        if (bytes[at + 1] === undefined && mayHold) break
        if (bytes[at + 1] !== newline) text += '\n'
        at += 1
        continue
      }
      const length = sequenceLength(bytes, at)
      if (length < 0 && mayHold) break
      const isControl = (byte < 0x20 && byte !== newline && byte !== tab) || byte === 0x7f
      if (length <= 0 || isControl) {
        text += `\\x${byte.toString(16).padStart(2, '0')}`
        at += 1
        continue
      }
      let end = at + length
      if (length === 1) {
        while (end < bytes.length && (bytes[end] ?? 0) >= 0x20 && (bytes[end] ?? 0) < 0x7f) end += 1
      }
      text += Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('utf8')
      at = end
    }
    return { text, used: at }
  }

  return {
    push(chunk) {
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const { text, used } = convert(bytes, false)
      held = bytes.slice(used)
      return text
    },
    flush() {
      const { text, used } = convert(held, true)
      held = held.slice(used)
      return text
    },
  }
}
