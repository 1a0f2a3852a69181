import type { Address } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { ContractCall } from '../../types/call'
import { buildCall } from '../../utils/buildCall'

/** The call that lets `spender` take exactly `amount` of a token, no more. */
export function buildApprove({
  token,
  spender,
  amount,
}: {
  token: Address
  spender: Address
  amount: bigint
}): ContractCall {
  return buildCall({ address: token, abi: datatokenAbi, functionName: 'approve', args: [spender, amount] })
}
