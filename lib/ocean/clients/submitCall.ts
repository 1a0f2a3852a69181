import { encodeFunctionData, type Hash } from 'viem'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import { requireWallet } from './requireWallet'
import { toRevertError } from './toRevertError'

/** Asks the wallet to send a call which has been simulated. One prompt. */
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
    throw toRevertError(error, { functionName })
  }
}
