import type { Address } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { ContractCall } from '../../types/call'
import { buildCall } from '../../utils/buildCall'

/** The call that issues access tokens to an account. Only minters may. */
export function buildMint({
  datatoken,
  to,
  amount,
}: {
  datatoken: Address
  to: Address
  amount: bigint
}): ContractCall {
  return buildCall({ address: datatoken, abi: datatokenAbi, functionName: 'mint', args: [to, amount] })
}
