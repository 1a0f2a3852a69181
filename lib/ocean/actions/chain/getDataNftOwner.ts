import type { Address } from 'viem'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import type { OceanClient } from '../../types/client'

/** Who owns an asset: the holder of token 1 of its data NFT, whatever an index says. */
export async function getDataNftOwner(client: OceanClient, { dataNft }: { dataNft: Address }): Promise<Address> {
  return client.publicClient.readContract({
    address: dataNft,
    abi: erc721TemplateAbi,
    functionName: 'ownerOf',
    args: [1n],
  })
}
