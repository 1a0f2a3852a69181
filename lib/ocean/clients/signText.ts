import type { Hex } from 'viem'
import type { OceanClient } from '../types/client'
import { hashText } from '../utils/hashText'
import { requireWallet } from './requireWallet'

/** Asks the wallet to sign a Provider request. One prompt. */
export async function signText(client: OceanClient, text: string): Promise<Hex> {
  const wallet = await requireWallet(client)
  return wallet.signMessage({ account: wallet.account, message: { raw: hashText(text) } })
}
