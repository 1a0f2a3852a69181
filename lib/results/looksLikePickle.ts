import { disassemble } from './unpickle/disassemble'
import { PickleError } from './unpickle/PickleError'

const steps = 200

/** Pickles of protocols 0 and 1 have no signature: true when the bytes are a run of valid instructions that ends with STOP. */
export function looksLikePickle(bytes: Uint8Array<ArrayBuffer>): boolean {
  const first = bytes[0] ?? 0
  if (!'(]}cIFLVSNKMJGUXT)'.includes(String.fromCharCode(first)) || bytes.length < 3) return false
  let count = 0
  try {
    for (const { name } of disassemble(bytes, steps)) {
      count += 1
      if (name === 'STOP') return count > 1
    }
  } catch (error) {
    if (error instanceof PickleError) return false
    throw error
  }
  return count === steps && bytes.at(-1) === 0x2e
}
