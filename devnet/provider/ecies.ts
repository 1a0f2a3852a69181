import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { type Hex, hexToBytes } from 'viem'
import { sharedPoint } from './sharedPoint'

const curve = 'secp256k1'
const cipher = 'aes-256-gcm'
const publicKeyLength = 65
const nonceLength = 16
const tagLength = 16

export type EncryptParameters = {
  /** Recipient's private key: a Provider encrypts for itself. */
  privateKey: Hex
  plaintext: Uint8Array
  /** Chosen at random unless a test vector needs them. */
  ephemeralKey?: Uint8Array
  nonce?: Uint8Array
}

/**
 * Encrypts for the holder of a key: ephemeral public key (65 bytes), nonce (16), tag (16), ciphertext.
 *
 * - Key: HKDF-SHA256 over the ephemeral public key and the shared point, both uncompressed
 * - Source: provider-aquarius specification, section 3.1
 */
export function encrypt({ privateKey, plaintext, ephemeralKey, nonce }: EncryptParameters): Uint8Array {
  const recipient = createECDH(curve)
  recipient.setPrivateKey(hexToBytes(privateKey))
  const ephemeral = createECDH(curve)
  if (ephemeralKey) ephemeral.setPrivateKey(ephemeralKey)
  else ephemeral.generateKeys()
  const iv = nonce ?? randomBytes(nonceLength)
  const key = deriveKey(ephemeral.getPublicKey(), sharedPoint(ephemeral.getPrivateKey(), recipient.getPublicKey()))
  const encryption = createCipheriv(cipher, key, iv)
  const ciphertext = Buffer.concat([encryption.update(plaintext), encryption.final()])
  return Buffer.concat([ephemeral.getPublicKey(), iv, encryption.getAuthTag(), ciphertext])
}

/** @throws when the bytes were not encrypted for this key or were changed. */
export function decrypt({ privateKey, ciphertext }: { privateKey: Hex; ciphertext: Uint8Array }): Uint8Array {
  const tagOffset = publicKeyLength + nonceLength
  const offset = tagOffset + tagLength
  if (ciphertext.length < offset) throw new Error('the ciphertext is too short')
  const ephemeralPublicKey = ciphertext.subarray(0, publicKeyLength)
  const key = deriveKey(ephemeralPublicKey, sharedPoint(hexToBytes(privateKey), ephemeralPublicKey))
  const decryption = createDecipheriv(cipher, key, ciphertext.subarray(publicKeyLength, tagOffset))
  decryption.setAuthTag(ciphertext.subarray(tagOffset, offset))
  return Buffer.concat([decryption.update(ciphertext.subarray(offset)), decryption.final()])
}

function deriveKey(ephemeralPublicKey: Uint8Array, point: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.concat([ephemeralPublicKey, point]), '', '', 32))
}
