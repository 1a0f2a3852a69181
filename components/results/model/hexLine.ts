/** One line of a hex dump: offset, bytes, and what of them is printable ASCII. */
export function hexLine(parameters: { bytes: Uint8Array; start: number; perLine: number }): string {
  const { bytes, start, perLine } = parameters
  const part = Array.from(bytes.subarray(start, start + perLine))
  const hex = part.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const text = part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join('')
  return `${start.toString(16).padStart(8, '0')}  ${hex.padEnd(perLine * 3)} ${text}`
}
