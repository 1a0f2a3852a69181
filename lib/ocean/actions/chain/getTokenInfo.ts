import type { Address } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { OceanClient } from '../../types/client'

export type TokenInfo = { address: Address; name: string; symbol: string; decimals: number }

/** Name, symbol and decimals of an ERC-20 token. */
export async function getTokenInfo(client: OceanClient, { token }: { token: Address }): Promise<TokenInfo> {
  const contract = { address: token, abi: datatokenAbi } as const
  const [name, symbol, decimals] = await Promise.all([
    client.publicClient.readContract({ ...contract, functionName: 'name' }),
    client.publicClient.readContract({ ...contract, functionName: 'symbol' }),
    client.publicClient.readContract({ ...contract, functionName: 'decimals' }),
  ])
  return { address: token, name, symbol, decimals }
}
