import type { Address, Hex } from 'viem'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import type { ContractCall } from '../../types/call'
import { buildCall } from '../../utils/buildCall'

export type BuildSetMetadataParameters = {
  dataNft: Address
  /** 0 active … 5 unlisted. */
  state: number
  /** Base URL of the Provider that can decrypt `data`. */
  decryptorUrl: string
  decryptorAddress: Address
  /** One byte: bit 0 compressed, bit 1 encrypted. */
  flags: Hex
  data: Hex
  /** SHA-256 of the clear document. */
  hash: Hex
  proofs: readonly { validatorAddress: Address; v: number; r: Hex; s: Hex }[]
}

/**
 * The call that writes an asset's document to its data NFT.
 *
 * - Contract: `ERC721Template.setMetaData`
 * - Source: contracts specification 3.2
 */
export function buildSetMetadata(parameters: BuildSetMetadataParameters): ContractCall {
  const { dataNft, state, decryptorUrl, decryptorAddress, flags, data, hash, proofs } = parameters
  return buildCall({
    address: dataNft,
    abi: erc721TemplateAbi,
    functionName: 'setMetaData',
    args: [state, decryptorUrl, decryptorAddress, flags, data, hash, proofs],
  })
}
