import { BaseError, ContractFunctionRevertedError, ContractFunctionZeroDataError } from 'viem'

/** Whether the chain has answered that an address is no token, rather than not answered. */
export function isNoToken(error: unknown): boolean {
  const answered = (cause: unknown) =>
    cause instanceof ContractFunctionZeroDataError || cause instanceof ContractFunctionRevertedError
  return error instanceof BaseError && error.walk(answered) !== null
}
