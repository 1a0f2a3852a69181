import { type Address, getAddress, sha256, stringToBytes } from 'viem'

/**
 * The decentralised identifier of the asset behind a data NFT.
 *
 * - Source: DDO specification 4.1.0; the hashed text is the checksummed address followed by the decimal chain id.
 *
 * @param dataNft - Address of the data NFT, in any casing.
 * @param chainId - Chain the data NFT lives on.
 * @returns `did:op:` and 64 hex digits.
 */
export function getDid(dataNft: Address, chainId: number): string {
  return `did:op:${sha256(stringToBytes(`${getAddress(dataNft)}${chainId}`)).slice(2)}`
}
