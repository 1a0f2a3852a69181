import { type Address, hashMessage, isHex, keccak256, recoverAddress, size, slice, stringToBytes } from 'viem'

/**
 * The address that signed a text: personal-sign over the text's keccak hash, with v of 0, 1, 27 or 28.
 *
 * @throws when the signature cannot be one.
 */
export async function recoverSigner(text: string, signature: string): Promise<Address> {
  const hex = signature.startsWith('0x') ? signature : `0x${signature}`
  if (!isHex(hex, { strict: true }) || size(hex) !== 65) throw new Error('a signature has 65 bytes')
  const v = Number(slice(hex, 64))
  const yParity = v >= 27 ? v - 27 : v
  if (yParity > 1) throw new Error(`Unexpected recovery id ${v}`)
  const hash = hashMessage({ raw: keccak256(stringToBytes(text)) })
  return recoverAddress({ hash, signature: { r: slice(hex, 0, 32), s: slice(hex, 32, 64), yParity } })
}
