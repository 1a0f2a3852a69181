import type { Address } from 'viem'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import type { OceanClient } from '../../types/client'

/** What a data NFT says about its document. */
export async function getMetadata(
  client: OceanClient,
  { dataNft }: { dataNft: Address },
): Promise<{ decryptorUrl: string; state: number; exists: boolean }> {
  const [decryptorUrl, , state, exists] = await client.publicClient.readContract({
    address: dataNft,
    abi: erc721TemplateAbi,
    functionName: 'getMetaData',
  })
  return { decryptorUrl, state, exists }
}
