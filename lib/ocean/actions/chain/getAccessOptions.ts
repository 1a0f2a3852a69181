import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import type { OceanClient } from '../../types/client'
import { type DispenserStatus, getDispenserStatus } from './getDispenserStatus'
import { type FixedRate, getFixedRates } from './getFixedRates'
import { getTokenBalance } from './getTokenBalance'

export type AccessOptions = {
  datatoken: Address
  /** 1 tradable; 2 is got and used in one transaction. */
  templateId: number
  /** Base units the account holds; an order takes 1e18. */
  balance: bigint
  /** The account may issue tokens. */
  isMinter: boolean
  /** Active and able to give one token. `standalone` when the account may draw from it without ordering. */
  dispenser: (DispenserStatus & { standalone: boolean }) | undefined
  /** Active and able to sell one token, cheapest first by number alone. */
  fixedRates: (FixedRate & { standalone: boolean })[]
  /** Taken at every order for whoever published the asset's page. */
  publishMarketFee: { token: Address; amount: bigint } | undefined
}

/** Every way an account can get, or already has, access to an asset. */
export async function getAccessOptions(
  client: OceanClient,
  { datatoken, account }: { datatoken: Address; account: Address },
): Promise<AccessOptions> {
  const contract = { address: datatoken, abi: datatokenAbi } as const
  const [templateId, balance, isMinter, [feeAddress, feeToken, feeAmount], dispenser, fixedRates] = await Promise.all([
    client.publicClient.readContract({ ...contract, functionName: 'getId' }),
    getTokenBalance(client, { token: datatoken, account }),
    client.publicClient.readContract({ ...contract, functionName: 'isMinter', args: [account] }),
    client.publicClient.readContract({ ...contract, functionName: 'getPublishingMarketFee' }),
    getDispenserStatus(client, { datatoken }),
    getFixedRates(client, { datatoken }),
  ])
  const one = 10n ** 18n
  const standalone = (swapper: Address | undefined) => swapper === undefined || isAddressEqual(swapper, account)
  const usable = (swapper: Address | undefined) =>
    standalone(swapper) || (swapper !== undefined && isAddressEqual(swapper, datatoken))
  const gives = dispenser?.active && dispenser.maxTokens >= one && (dispenser.canIssue || dispenser.balance >= one)
  const fee = feeAmount > 0n && !isAddressEqual(feeAddress, zeroAddress) && !isAddressEqual(feeToken, zeroAddress)
  return {
    datatoken,
    templateId,
    balance,
    isMinter,
    dispenser:
      gives && usable(dispenser.allowedSwapper)
        ? { ...dispenser, standalone: standalone(dispenser.allowedSwapper) }
        : undefined,
    fixedRates: fixedRates
      .filter((rate) => rate.active && rate.supply >= one && usable(rate.allowedSwapper))
      .map((rate) => ({ ...rate, standalone: standalone(rate.allowedSwapper) }))
      .sort((a, b) => (a.price < b.price ? -1 : 1)),
    publishMarketFee: fee ? { token: feeToken, amount: feeAmount } : undefined,
  }
}
