import type { Address } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { OceanClient } from '../../types/client'

/** Base units `spender` may still take from `account`. */
export async function getAllowance(
  client: OceanClient,
  { token, account, spender }: { token: Address; account: Address; spender: Address },
): Promise<bigint> {
  return client.publicClient.readContract({
    address: token,
    abi: datatokenAbi,
    functionName: 'allowance',
    args: [account, spender],
  })
}
