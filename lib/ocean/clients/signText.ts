import { type Hex, isAddressEqual, recoverMessageAddress } from 'viem'
import { WrongAccountError } from '../errors/ChainError'
import type { OceanClient } from '../types/client'
import { hashText } from '../utils/hashText'
import { requireWallet } from './requireWallet'

/** Asks the wallet to sign a Provider request. One prompt. @throws {WrongAccountError} when another account has signed. */
export async function signText(client: OceanClient, text: string): Promise<Hex> {
  const wallet = await requireWallet(client)
  const message = { raw: hashText(text) }
  const signature = await wallet.signMessage({ account: wallet.account, message })
  // What cannot be read as a plain signature, as those of contract accounts, is the Provider's to judge.
  const signer = await recoverMessageAddress({ message, signature }).catch(() => undefined)
  const expected = wallet.account.address
  if (signer && !isAddressEqual(signer, expected)) throw new WrongAccountError({ expected, actual: signer })
  return signature
}
