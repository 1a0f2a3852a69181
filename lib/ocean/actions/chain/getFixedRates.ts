import { type Address, type Hex, isAddressEqual, zeroAddress } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { fixedRateExchangeAbi } from '../../abis/fixedRateExchangeAbi'
import type { OceanClient } from '../../types/client'

export type FixedRate = {
  exchangeId: Hex
  exchange: Address
  owner: Address
  baseToken: Address
  baseTokenDecimals: number
  active: boolean
  /** Base units of `baseToken` for one access token, fees included while it is active. */
  price: bigint
  /** Access tokens it can still sell, base units. */
  supply: bigint
  allowedSwapper: Address | undefined
}

/** Where an access token is sold at a fixed price, active or not. */
export async function getFixedRates(client: OceanClient, { datatoken }: { datatoken: Address }): Promise<FixedRate[]> {
  const rates = await client.publicClient.readContract({
    address: datatoken,
    abi: datatokenAbi,
    functionName: 'getFixedRates',
  })
  return Promise.all(rates.map((rate) => getFixedRate(client, { exchange: rate.contractAddress, exchangeId: rate.id })))
}

/** One fixed price. */
export async function getFixedRate(
  client: OceanClient,
  { exchange, exchangeId }: { exchange: Address; exchangeId: Hex },
): Promise<FixedRate> {
  const contract = { address: exchange, abi: fixedRateExchangeAbi } as const
  const [[owner, , , baseToken, decimals, rate, active, supply], swapper] = await Promise.all([
    client.publicClient.readContract({ ...contract, functionName: 'getExchange', args: [exchangeId] }),
    client.publicClient.readContract({ ...contract, functionName: 'getAllowedSwapper', args: [exchangeId] }),
  ])
  const [price] = active
    ? await client.publicClient.readContract({
        ...contract,
        functionName: 'calcBaseInGivenOutDT',
        args: [exchangeId, 10n ** 18n, 0n],
      })
    : [(rate * 10n ** decimals) / 10n ** 18n]
  return {
    exchangeId,
    exchange,
    owner,
    baseToken,
    baseTokenDecimals: Number(decimals),
    active,
    price,
    supply,
    allowedSwapper: isAddressEqual(swapper, zeroAddress) ? undefined : swapper,
  }
}
