import { type Address, concatHex, type Hex, keccak256 } from 'viem'

/** Tells one call from another: a hash of its target and data. */
export function hashCall({ address, data }: { address: Address; data: Hex }): Hex {
  return keccak256(concatHex([address, data]))
}
