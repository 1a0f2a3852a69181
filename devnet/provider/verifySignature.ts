import { getAddress, isAddress } from 'viem'
import { compareDecimals } from './compareDecimals'
import { isEmpty } from './isEmpty'
import { isNumeric } from './isNumeric'
import type { Nonces } from './nonces'
import { recoverSigner } from './recoverSigner'
import type { Tokens } from './tokens'

const nothingToVerify = ['Invalid signature provided. Please check the nonce or documentId.']

export type VerifySignatureParameters = {
  nonces: Nonces
  tokens: Tokens
  /** Claimed address, as sent. */
  owner: string
  /** Signed text without the nonce. */
  message: string
  nonce: string
  signature: unknown
  /** The `AuthToken` header, which stands in for a missing signature. */
  authToken: string | null
  /** Whether the nonce last used may be used again: only where the request changes nothing. */
  repeatable: boolean
}

/** Verifies the nonce and who signed. Returns nothing when all is well, otherwise what the `signature` field's error says. */
export async function verifySignature(parameters: VerifySignatureParameters): Promise<string | string[] | undefined> {
  const { nonces, tokens, owner, message, nonce, signature, authToken, repeatable } = parameters
  if (isEmpty(signature)) {
    if (!authToken || tokens.check(authToken, owner) !== 'valid') return nothingToVerify
    return verifyNonce({ stored: nonces.get(owner), nonce, repeatable })
  }
  if (!isNumeric(nonce)) return undefined
  const tooSmall = verifyNonce({ stored: nonces.get(owner), nonce, repeatable })
  if (tooSmall !== undefined) return tooSmall
  const got = await recoverSigner(`${message}${nonce}`, String(signature)).catch((error: Error) => error.message)
  if (isAddress(owner, { strict: false }) && got === getAddress(owner)) return undefined
  return `Invalid signature ${signature} for ethereum address ${owner}, message ${message} and nonce ${nonce}. Got ${got}`
}

/** The sentence for a nonce that is not larger than the stored one. */
export function expectedNonce(stored: string, nonce: string): string {
  return `Invalid signature expected nonce (${stored}) > current nonce (${nonce}).`
}

function verifyNonce({
  stored,
  nonce,
  repeatable,
}: {
  stored: string | undefined
  nonce: string
  repeatable: boolean
}): string | undefined {
  if (stored === undefined || !isNumeric(nonce)) return undefined
  const order = compareDecimals(nonce, stored)
  if (order > 0 || (order === 0 && repeatable)) return undefined
  return expectedNonce(stored, nonce)
}
