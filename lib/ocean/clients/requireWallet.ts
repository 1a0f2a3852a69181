import { type Account, isAddressEqual } from 'viem'
import { WalletLockedError, WalletRequiredError, WrongAccountError, WrongChainError } from '../errors/ChainError'
import type { OceanClient, Wallet } from '../types/client'

/**
 * The wallet, once it is known to stand on the right chain and account: asked before every signature and transaction.
 *
 * @throws {WalletRequiredError} @throws {WalletLockedError} @throws {WrongAccountError} @throws {WrongChainError}
 */
export async function requireWallet(client: OceanClient): Promise<Wallet<Account>> {
  const { walletClient, network } = client
  if (!walletClient?.account) throw new WalletRequiredError()
  const { address } = walletClient.account
  const [selected] = await walletClient.getAddresses()
  if (!selected) throw new WalletLockedError()
  if (!isAddressEqual(selected, address)) throw new WrongAccountError({ expected: address, actual: selected })
  const actual = await walletClient.getChainId()
  if (actual !== network.chainId) throw new WrongChainError({ expected: network.chainId, actual })
  return walletClient as Wallet<Account>
}
