import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { dispenserAbi } from '../../abis/dispenserAbi'
import type { OceanClient } from '../../types/client'

export type DispenserStatus = {
  active: boolean
  /** Tokens it can still give: unlimited when it may issue them itself. */
  canIssue: boolean
  maxTokens: bigint
  maxBalance: bigint
  balance: bigint
  /** Who alone may draw; `undefined` is anybody. */
  allowedSwapper: Address | undefined
}

/** The dispenser of an access token, or `undefined` when it has never had one. */
export async function getDispenserStatus(
  client: OceanClient,
  { datatoken }: { datatoken: Address },
): Promise<DispenserStatus | undefined> {
  const [active, owner, isMinter, maxTokens, maxBalance, balance, allowedSwapper] =
    await client.publicClient.readContract({
      address: client.network.contracts.Dispenser,
      abi: dispenserAbi,
      functionName: 'status',
      args: [datatoken],
    })
  if (isAddressEqual(owner, zeroAddress)) return undefined
  return {
    active,
    canIssue: isMinter,
    maxTokens,
    maxBalance,
    balance,
    allowedSwapper: isAddressEqual(allowedSwapper, zeroAddress) ? undefined : allowedSwapper,
  }
}
