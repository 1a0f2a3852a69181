import { datatokenAbi } from '../../abis/datatokenAbi'
import { erc721FactoryAbi } from '../../abis/erc721FactoryAbi'
import { ChainError } from '../../errors/ChainError'
import type { OceanClient } from '../../types/client'

/**
 * Position of an active datatoken template in the factory's list: the position is not the template's own id.
 *
 * - Source: contracts specification 1.3
 */
export async function getTemplateIndex(client: OceanClient, { templateId }: { templateId: number }): Promise<bigint> {
  const factory = { address: client.network.contracts.ERC721Factory, abi: erc721FactoryAbi } as const
  const count = await client.publicClient.readContract({ ...factory, functionName: 'getCurrentTemplateCount' })
  for (let index = 1n; index <= count; index += 1n) {
    const template = await client.publicClient.readContract({
      ...factory,
      functionName: 'getTokenTemplate',
      args: [index],
    })
    if (!template.isActive) continue
    const id = await client.publicClient.readContract({
      address: template.templateAddress,
      abi: datatokenAbi,
      functionName: 'getId',
    })
    if (id === templateId) return index
  }
  throw new ChainError('This network does not offer the kind of access token.', {
    metaMessages: [`Template: ${templateId}`],
  })
}
