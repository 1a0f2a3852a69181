import { type Address, type Hex, isAddressEqual, type TransactionReceipt } from 'viem'
import { datatokenAbi } from '../../abis/datatokenAbi'
import { erc721FactoryAbi } from '../../abis/erc721FactoryAbi'
import { EventMissingError } from '../../errors/ChainError'
import type { OceanNetwork } from '../../types/network'
import { findEvents, requireEvent } from '../../utils/findEvent'

export type CreatedAsset = { dataNft: Address; datatoken: Address; exchangeId: Hex | undefined }

/** What a creating transaction has made, by the factory's own events. @throws {EventMissingError} */
export function readCreatedAsset(network: OceanNetwork, receipt: TransactionReceipt, owner: Address): CreatedAsset {
  const factory = { address: network.contracts.ERC721Factory, abi: erc721FactoryAbi }
  const nft = findEvents(receipt, { ...factory, eventName: 'NFTCreated' }).find(({ args }) =>
    isAddressEqual(args.admin, owner),
  )
  if (!nft) {
    throw new EventMissingError({
      eventName: 'NFTCreated',
      address: factory.address,
      transactionHash: receipt.transactionHash,
    })
  }
  const token = requireEvent(receipt, { ...factory, eventName: 'TokenCreated' })
  const datatoken = token.args.newTokenAddress
  const [rate] = findEvents(receipt, { address: datatoken, abi: datatokenAbi, eventName: 'NewFixedRate' })
  return { dataNft: nft.args.newTokenAddress, datatoken, exchangeId: rate?.args.exchangeId }
}
