import { type Address, type Hex, zeroAddress } from 'viem'
import { fixedRateExchangeAbi } from '../../abis/fixedRateExchangeAbi'
import type { ContractCall } from '../../types/call'
import { buildCall } from '../../utils/buildCall'

export type BuildBuyParameters = {
  exchange: Address
  exchangeId: Hex
  amount: bigint /** Base units, fees included. */
  maxPrice: bigint
}

/** The call that buys access tokens at a fixed price. */
export function buildBuy({ exchange, exchangeId, amount, maxPrice }: BuildBuyParameters): ContractCall {
  return buildCall({
    address: exchange,
    abi: fixedRateExchangeAbi,
    functionName: 'buyDT',
    args: [exchangeId, amount, maxPrice, zeroAddress, 0n],
  })
}
