import { type Address, maxUint256, zeroAddress } from 'viem'
import { erc721FactoryAbi } from '../../abis/erc721FactoryAbi'
import type { ContractCall } from '../../types/call'
import type { Pricing } from '../../types/draft'
import type { OceanNetwork } from '../../types/network'
import { buildCall } from '../../utils/buildCall'

export type BuildCreateAssetParameters = {
  name: string
  /** Account that owns the data NFT and issues access tokens. */
  owner: Address
  pricing: Pricing
  /** Position of the datatoken template in the factory's list. */
  templateIndex: bigint
  templateId: number
  /** Decimals of the price's token, for a fixed price. */
  baseTokenDecimals?: number | undefined
}

const one = 10n ** 18n

/** What the factory is told about NFT, access token and price; shared by every way of publishing. */
export function getCreationArguments(network: OceanNetwork, parameters: BuildCreateAssetParameters) {
  const { name, owner, pricing, templateIndex, templateId, baseTokenDecimals = 18 } = parameters
  const { contracts } = network
  const nft = { name, symbol: 'OCEAN-NFT', templateIndex: 1n, tokenURI: '', transferable: true, owner } as const
  const datatoken = {
    templateIndex,
    strings: [`${name}: access`, 'ACCESS'],
    addresses: [owner, zeroAddress, zeroAddress, zeroAddress],
    uints: [templateId === 1 ? maxUint256 : 1_000_000n * one, 0n],
    bytess: [],
  } as const
  const dispenser = {
    dispenserAddress: contracts.Dispenser,
    maxTokens: one,
    maxBalance: one,
    withMint: true,
    allowedSwapper: zeroAddress,
  } as const
  const fixed =
    pricing.type === 'fixed'
      ? pricing
      : { price: 0n, baseToken: zeroAddress, marketFee: 0n, marketFeeCollector: zeroAddress }
  const rate = fixed.price * 10n ** BigInt(18 - Math.min(18, baseTokenDecimals))
  const fixedRate = {
    fixedPriceAddress: contracts.FixedPrice,
    addresses: [fixed.baseToken, owner, fixed.marketFeeCollector ?? zeroAddress, zeroAddress],
    uints: [BigInt(baseTokenDecimals), 18n, rate, fixed.marketFee ?? 0n, 1n],
  } as const
  return { nft, datatoken, dispenser, fixedRate }
}

/**
 * The call that makes a data NFT and its access token, with a dispenser or a price if wanted.
 *
 * - Contract: `ERC721Factory.createNftWithErc20[WithDispenser|WithFixedRate]`
 * - Source: contracts specification 3.1
 */
export function buildCreateAsset(network: OceanNetwork, parameters: BuildCreateAssetParameters): ContractCall {
  const { nft, datatoken, dispenser, fixedRate } = getCreationArguments(network, parameters)
  const common = { address: network.contracts.ERC721Factory, abi: erc721FactoryAbi }
  if (parameters.pricing.type === 'free') {
    return buildCall({ ...common, functionName: 'createNftWithErc20WithDispenser', args: [nft, datatoken, dispenser] })
  }
  if (parameters.pricing.type === 'fixed') {
    return buildCall({ ...common, functionName: 'createNftWithErc20WithFixedRate', args: [nft, datatoken, fixedRate] })
  }
  return buildCall({ ...common, functionName: 'createNftWithErc20', args: [nft, datatoken] })
}
