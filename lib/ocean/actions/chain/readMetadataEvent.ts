import type { Address, Hex, TransactionReceipt } from 'viem'
import { erc721TemplateAbi } from '../../abis/erc721TemplateAbi'
import { EventMissingError } from '../../errors/ChainError'
import { findEvents } from '../../utils/findEvent'

/** The document hash a transaction wrote to a data NFT. @throws {EventMissingError} */
export function readMetadataEvent(receipt: TransactionReceipt, dataNft: Address): { metadataHash: Hex } {
  const source = { address: dataNft, abi: erc721TemplateAbi }
  const [event] = [
    ...findEvents(receipt, { ...source, eventName: 'MetadataCreated' }),
    ...findEvents(receipt, { ...source, eventName: 'MetadataUpdated' }),
  ]
  if (!event)
    throw new EventMissingError({
      eventName: 'MetadataCreated',
      address: dataNft,
      transactionHash: receipt.transactionHash,
    })
  return { metadataHash: event.args.metaDataHash }
}
