import type { Hash } from 'viem'
import type { ContractCall } from '../types/call'
import type { OceanClient } from '../types/client'
import { requireWallet } from './requireWallet'
import { simulateCall } from './simulateCall'
import { submitCall } from './submitCall'

/** Simulates a call, then asks the wallet to send it. One prompt. @throws {TransactionRevertedError} */
export async function sendCall(client: OceanClient, call: ContractCall): Promise<Hash> {
  const wallet = await requireWallet(client)
  await simulateCall(client, call, wallet.account.address)
  return submitCall(client, call)
}
