import { type Address, isAddressEqual } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { erc721FactoryAbi } from '../../abis/erc721FactoryAbi'
import { AssetMismatchError } from '../../errors/AssetError'
import type { OceanClient } from '../../types/client'

export type RequireGenuineParameters = { did: string; dataNft: Address; datatoken: Address }

/**
 * Makes sure, by the chain, that an access token is one of Ocean's and belongs to the data NFT: the metadata cache could name any.
 *
 * - Reads: `erc20List` of the factory, `getERC721Address` of the datatoken
 *
 * @throws {AssetMismatchError}
 */
export async function requireGenuine(client: OceanClient, parameters: RequireGenuineParameters): Promise<void> {
  const { did, dataNft, datatoken } = parameters
  const { ERC721Factory } = client.network.contracts
  const factory = { address: ERC721Factory, abi: erc721FactoryAbi } as const
  const known = await client.publicClient.readContract({ ...factory, functionName: 'erc20List', args: [datatoken] })
  if (!known) throw new AssetMismatchError({ did, mismatch: `access token ${datatoken}, which is none` })
  const token = { address: datatoken, abi: datatokenAbi } as const
  const owner = await client.publicClient.readContract({ ...token, functionName: 'getERC721Address' })
  if (!isAddressEqual(owner, dataNft))
    throw new AssetMismatchError({ did, mismatch: `access token ${datatoken} of data NFT ${owner}` })
}
