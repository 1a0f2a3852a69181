import { type Address, type Hex, multicall3Abi } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { dispenserAbi } from '../../abis/dispenserAbi'
import { erc721FactoryAbi } from '../../abis/erc721FactoryAbi'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import type { ContractCall, RawCall } from '../../types/call'
import type { OceanNetwork } from '../../types/network'
import { buildCall } from '../../utils/buildCall'
import { encodeCall } from '../../utils/encodeCall'
import { buildVacancyCheck, create2Deployer, multicall3 } from '../../utils/predictAsset'
import { type BuildCreateAssetParameters, buildCreateAsset, getCreationArguments } from './buildCreateAsset'
import { type BuildSetMetadataParameters, buildSetMetadata } from './buildSetMetadata'

export type BuildPublishInOneParameters = BuildCreateAssetParameters & {
  /** Predicted. */
  datatoken: Address
  /** Of the predicted NFT. */
  metadata: BuildSetMetadataParameters
  /** Random: the vacancy check can be made once per salt. */
  salt: Hex
}

/**
 * The calls an account makes itself, all or none, to publish in one transaction: nobody published first; create; write the document;
 * an access token stands where it was predicted.
 *
 * - Source: contracts specification 7.4
 */
export function buildPublishBatch(network: OceanNetwork, parameters: BuildPublishInOneParameters): RawCall[] {
  const { metadata, datatoken, salt } = parameters
  return [
    { address: create2Deployer, data: buildVacancyCheck(metadata.dataNft, salt) },
    ...[buildCreateAsset(network, parameters), buildSetMetadata(metadata), buildPresenceCheck(network, datatoken)].map(
      encodeCall,
    ),
  ]
}

/**
 * The same for an account that can only send one call: Multicall3 does it with roles on the new NFT which it drops again before it
 * ends.
 *
 * - Source: contracts specification 7.4
 */
export function buildPublishThroughMulticall(
  network: OceanNetwork,
  parameters: BuildPublishInOneParameters,
): ContractCall {
  const { metadata, datatoken, salt, pricing } = parameters
  const { nft, datatoken: token, dispenser, fixedRate } = getCreationArguments(network, parameters)
  const onNft = { address: metadata.dataNft, abi: erc721TemplateAbi } as const
  const onToken = { address: datatoken, abi: datatokenAbi } as const
  const { dispenserAddress, maxTokens, maxBalance, withMint, allowedSwapper } = dispenser
  const calls = [
    buildCall({
      address: network.contracts.ERC721Factory,
      abi: erc721FactoryAbi,
      functionName: 'deployERC721Contract',
      args: [
        nft.name,
        nft.symbol,
        nft.templateIndex,
        multicall3,
        multicall3,
        nft.tokenURI,
        nft.transferable,
        nft.owner,
      ],
    }),
    buildCall({
      ...onNft,
      functionName: 'createERC20',
      args: [token.templateIndex, token.strings, token.addresses, token.uints, token.bytess],
    }),
    ...(pricing.type === 'free'
      ? [
          buildCall({
            ...onToken,
            functionName: 'createDispenser',
            args: [dispenserAddress, maxTokens, maxBalance, withMint, allowedSwapper],
          }),
        ]
      : []),
    ...(pricing.type === 'fixed'
      ? [
          buildCall({
            ...onToken,
            functionName: 'createFixedRate',
            args: [fixedRate.fixedPriceAddress, fixedRate.addresses, fixedRate.uints],
          }),
        ]
      : []),
    buildSetMetadata(metadata),
    buildCall({ ...onNft, functionName: 'removeFromCreateERC20List', args: [multicall3] }),
    buildCall({ ...onNft, functionName: 'removeFromMetadataList', args: [multicall3] }),
    buildPresenceCheck(network, datatoken),
  ]
  const raw: RawCall[] = [
    { address: create2Deployer, data: buildVacancyCheck(metadata.dataNft, salt) },
    ...calls.map(encodeCall),
  ]
  const batch = raw.map(({ address, data }) => ({ target: address, allowFailure: false, callData: data }))
  return buildCall({ address: multicall3, abi: multicall3Abi, functionName: 'aggregate3', args: [batch] })
}

/** Fails unless a datatoken stands at the address: a prediction may also have been too high. */
const buildPresenceCheck = (network: OceanNetwork, datatoken: Address): ContractCall => ({
  address: network.contracts.Dispenser,
  abi: dispenserAbi,
  functionName: 'status',
  args: [datatoken],
})
