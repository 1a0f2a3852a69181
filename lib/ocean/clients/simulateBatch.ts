import { MethodNotFoundRpcError, MethodNotSupportedRpcError } from 'viem'
import { TransactionRevertedError } from '../errors/ChainError'
import { getRevertKind } from '../errors/getRevertKind'
import type { ContractCall, RawCall } from '../types/call'
import type { OceanClient } from '../types/client'
import { encodeCall } from '../utils/encodeCall'
import { requireWallet } from './requireWallet'
import { toRevertError } from './toRevertError'

/** Plays calls one after the other, where the node can. @throws {TransactionRevertedError} naming the first that would fail. */
export async function simulateBatch(client: OceanClient, calls: readonly (ContractCall | RawCall)[]): Promise<void> {
  const { account } = await requireWallet(client)
  const results = await simulate(client, account.address, calls)
  for (const [index, result] of (results ?? []).entries()) {
    if (result.status === 'success') continue
    const call = calls[index]
    const functionName = call && 'functionName' in call ? call.functionName : undefined
    const explained = toRevertError(result.error, functionName ? { functionName } : {})
    if (explained instanceof TransactionRevertedError) throw explained
    throw new TransactionRevertedError({
      reason: result.error?.message,
      kind: getRevertKind(result.error?.message),
      functionName,
      cause: result.error,
    })
  }
}

async function simulate(client: OceanClient, account: `0x${string}`, calls: readonly (ContractCall | RawCall)[]) {
  try {
    const { results } = await client.publicClient.simulateCalls({
      account,
      calls: calls.map(encodeCall).map(({ address, data }) => ({ to: address, data })),
    })
    return results
  } catch (error) {
    const missing = [MethodNotFoundRpcError, MethodNotSupportedRpcError].some((type) => hasCause(error, type))
    if (missing) return undefined
    throw toRevertError(error)
  }
}

const hasCause = (error: unknown, type: new (...args: never[]) => Error): boolean =>
  error instanceof type || (error instanceof Error && error.cause !== undefined && hasCause(error.cause, type))
