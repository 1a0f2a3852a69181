import type { Address } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { OceanClient } from '../../types/client'

/** Base units an account holds of a token, access tokens included. */
export async function getTokenBalance(
  client: OceanClient,
  { token, account }: { token: Address; account: Address },
): Promise<bigint> {
  return client.publicClient.readContract({
    address: token,
    abi: datatokenAbi,
    functionName: 'balanceOf',
    args: [account],
  })
}
