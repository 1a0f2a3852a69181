import { stringToBytes } from 'viem'
import type { Ddo } from '../types/asset'

/** Fields the metadata cache adds when it serves a document; they are not part of it. */
const added = ['nft', 'datatokens', 'event', 'stats', 'purgatory']

/** The bytes of a document: what is validated, hashed, encrypted and stored are these and no others. */
export function serializeDdo(ddo: Ddo): Uint8Array {
  return stringToBytes(JSON.stringify(Object.fromEntries(Object.entries(ddo).filter(([key]) => !added.includes(key)))))
}
