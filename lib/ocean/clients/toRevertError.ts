import { BaseError, ContractFunctionRevertedError, type Hash, UserRejectedRequestError } from 'viem'
import { TransactionRevertedError } from '../errors/ChainError'
import { getRevertKind } from '../errors/getRevertKind'

/** A contract's refusal as our error; anything else unchanged. */
export function toRevertError(
  error: unknown,
  context: { functionName?: string; transactionHash?: Hash } = {},
): unknown {
  if (!(error instanceof BaseError)) return error
  if (error.walk((cause) => cause instanceof UserRejectedRequestError)) return error
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  if (reverted instanceof ContractFunctionRevertedError) {
    const reason = reverted.reason ?? reverted.data?.errorName
    return new TransactionRevertedError({ reason, kind: getRevertKind(reason), cause: error, ...context })
  }
  const text = `${error.details ?? ''} ${error.message}`
  if (!/revert/i.test(text)) return error
  const reason = /reverted(?: with reason string|:)?\s*['"]?([^'"\n]+)/i.exec(error.details ?? '')?.[1]?.trim()
  return new TransactionRevertedError({ reason, kind: getRevertKind(reason ?? text), cause: error, ...context })
}
