/** A cipher that is its own inverse, for documents of tests. */
export function scramble(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte ^ 0x5a)
}
