import { type Hex, parseSignature, sha256 } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'

export type Proof = { hash: Hex; publicKey: Hex; r: [Hex]; s: [Hex]; v: number }

/**
 * Signs that a document passed validation, in the form the data NFT contract checks.
 *
 * - Source: provider-aquarius specification, section 9.2; `r` and `s` are lists of one, as clients read `r[0]`
 *
 * @param document - The bytes that were validated, exactly as received.
 */
export async function signProof(account: PrivateKeyAccount, document: Uint8Array): Promise<Proof> {
  const hash = sha256(document)
  const { r, s, v, yParity } = parseSignature(await account.signMessage({ message: { raw: hash } }))
  return { hash, publicKey: account.address, r: [r], s: [s], v: v === undefined ? yParity + 27 : Number(v) }
}
