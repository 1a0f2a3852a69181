/** Bytes of a pickle written by hand: numbers are bytes, texts are Latin-1, arrays are spliced in. */
export function assemble(...parts: (number | string | ArrayLike<number>)[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(part)
    else if (typeof part === 'string') for (const character of part) bytes.push(character.charCodeAt(0))
    else bytes.push(...Array.from(part))
  }
  return Uint8Array.from(bytes)
}

/** Little-endian unsigned integer of `size` bytes. */
export function little(value: number | bigint, size: number): number[] {
  return Array.from({ length: size }, (_, at) => Number((BigInt(value) >> BigInt(at * 8)) & 255n))
}

/** `GLOBAL` with the two lines. */
export const name = (module: string, name: string) => `c${module}\n${name}\n`
