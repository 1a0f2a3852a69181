import { BaseError, encodeFunctionData, type Hash, InsufficientFundsError, UserRejectedRequestError } from 'viem'
import { SendFailedError, TransactionRevertedError } from '../errors/ChainError'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import { requireWallet } from './requireWallet'
import { toRevertError } from './toRevertError'

/** Asks the wallet to send a call which has been simulated. One prompt. @throws {SendFailedError} when it may have been sent. */
export async function submitCall(
  client: OceanClient,
  { address, abi, functionName, args }: ContractCall,
): Promise<Hash> {
  const wallet = await requireWallet(client)
  const chain = wallet.chain ?? client.publicClient.chain ?? null
  try {
    const data = encodeFunctionData({ abi, functionName, args })
    return await wallet.sendTransaction({ account: wallet.account, chain, to: address, data })
  } catch (error) {
    const explained = toRevertError(error, { functionName })
    if (explained instanceof TransactionRevertedError || wasNotSent(error)) throw explained
    throw new SendFailedError({ functionName, cause: error })
  }
}

/** Declined, locked, or without the money for it: then nothing has left the wallet. */
function wasNotSent(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false
  const codes = [4001, 4100, -32002]
  return (
    error.walk(
      (cause) =>
        cause instanceof UserRejectedRequestError ||
        cause instanceof InsufficientFundsError ||
        codes.includes(Number((cause as { code?: unknown }).code)),
    ) !== null
  )
}
