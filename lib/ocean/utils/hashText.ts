import { type Hex, keccak256, stringToBytes } from 'viem'

/** The 32 bytes a Provider request's signature covers. */
export function hashText(text: string): Hex {
  return keccak256(stringToBytes(text))
}
