import { isAddress, zeroAddress } from 'viem'
import type { ProblemCode } from './problems'

/** Looks at an address: its form, its checksum where it has one, and that it is somebody's. */
export function checkAddress(text: string): ProblemCode | undefined {
  const address = text.trim()
  if (!isAddress(address, { strict: false })) return 'address'
  if (address.toLowerCase() === zeroAddress) return 'zeroAddress'
  const mixed = /[a-f]/.test(address.slice(2)) && /[A-F]/.test(address.slice(2))
  return mixed && !isAddress(address) ? 'addressChecksum' : undefined
}
