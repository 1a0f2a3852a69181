import {
  type Abi,
  type Address,
  type ContractEventName,
  isAddressEqual,
  type ParseEventLogsReturnType,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { EventMissingError } from '../errors/ChainError'

/** The events of one name that one contract emitted in a transaction, in order. */
export function findEvents<const abi extends Abi, name extends ContractEventName<abi>>(
  receipt: Pick<TransactionReceipt, 'logs'>,
  parameters: { address: Address; abi: abi; eventName: name },
): ParseEventLogsReturnType<abi, name, true> {
  const { address, abi, eventName } = parameters
  const logs = receipt.logs.filter((log) => isAddressEqual(log.address, address))
  return parseEventLogs({ abi, eventName, logs }) as ParseEventLogsReturnType<abi, name, true>
}

/** The first such event: a transaction without it did not do what it was sent for. @throws {EventMissingError} */
export function requireEvent<const abi extends Abi, name extends ContractEventName<abi>>(
  receipt: TransactionReceipt,
  parameters: { address: Address; abi: abi; eventName: name },
): ParseEventLogsReturnType<abi, name, true>[number] {
  const [event] = findEvents(receipt, parameters)
  if (event) return event
  throw new EventMissingError({
    eventName: parameters.eventName as string,
    address: parameters.address,
    transactionHash: receipt.transactionHash,
  })
}
