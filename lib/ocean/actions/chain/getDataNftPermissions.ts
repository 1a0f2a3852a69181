import type { Address } from 'viem'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import type { OceanClient } from '../../types/client'

/** What an account may do with a data NFT. */
export async function getDataNftPermissions(
  client: OceanClient,
  { dataNft, account }: { dataNft: Address; account: Address },
): Promise<{ manager: boolean; deployDatatokens: boolean; updateMetadata: boolean }> {
  const permissions = await client.publicClient.readContract({
    address: dataNft,
    abi: erc721TemplateAbi,
    functionName: 'getPermissions',
    args: [account],
  })
  return {
    manager: permissions.manager,
    deployDatatokens: permissions.deployERC20,
    updateMetadata: permissions.updateMetadata,
  }
}
