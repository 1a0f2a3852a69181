import type { Account, Chain, Transport, WalletClient } from 'viem'
import { WalletRequiredError, WrongChainError } from '../errors/ChainError'
import type { OceanClient } from '../types/client'

/**
 * The wallet, once it is known to stand on the right chain: asked before every signature and transaction.
 *
 * @throws {WalletRequiredError} @throws {WrongChainError}
 */
export async function requireWallet(client: OceanClient): Promise<WalletClient<Transport, Chain | undefined, Account>> {
  const { walletClient, network } = client
  if (!walletClient?.account) throw new WalletRequiredError()
  const actual = await walletClient.getChainId()
  if (actual !== network.chainId) throw new WrongChainError({ expected: network.chainId, actual })
  return walletClient as WalletClient<Transport, Chain | undefined, Account>
}
