import { encodeFunctionData } from 'viem'
import type { ContractCall, RawCall } from '../types/call'

/** A call as it goes over the wire. */
export function encodeCall(call: ContractCall | RawCall): RawCall {
  if ('data' in call) return call
  const { address, abi, functionName, args } = call
  return { address, data: encodeFunctionData({ abi, functionName, args }) }
}
