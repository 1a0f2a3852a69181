import type { Address } from 'viem'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import { toRevertError } from './toRevertError'

/** Plays a call against the present state. @throws {TransactionRevertedError} when the contract would refuse. */
export async function simulateCall(client: OceanClient, call: ContractCall, account: Address): Promise<unknown> {
  try {
    const { result } = await client.publicClient.simulateContract({ ...call, account })
    return result
  } catch (error) {
    throw toRevertError(error, { functionName: call.functionName })
  }
}
