import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from 'viem'
import type { ContractCall } from '../types/call'

/** A call whose name and arguments the ABI has checked. */
export function buildCall<
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'nonpayable' | 'payable'>,
>(parameters: {
  address: Address
  abi: abi
  functionName: name
  args: ContractFunctionArgs<abi, 'nonpayable' | 'payable', name>
}): ContractCall {
  return parameters as unknown as ContractCall
}
