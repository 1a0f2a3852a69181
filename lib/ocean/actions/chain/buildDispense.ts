import type { Address } from 'viem'
import { dispenserAbi } from '../../abis/dispenserAbi'
import type { ContractCall } from '../../types/call'
import type { OceanNetwork } from '../../types/network'
import { buildCall } from '../../utils/buildCall'

/** The call that draws free access tokens. */
export function buildDispense(
  network: OceanNetwork,
  { datatoken, to, amount }: { datatoken: Address; to: Address; amount: bigint },
): ContractCall {
  return buildCall({
    address: network.contracts.Dispenser,
    abi: dispenserAbi,
    functionName: 'dispense',
    args: [datatoken, amount, to],
  })
}
