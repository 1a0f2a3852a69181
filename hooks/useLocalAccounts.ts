'use client'
import { type Address, isAddressEqual } from 'viem'
import { useAccount, useConnect, useDisconnect } from 'wagmi'
import { getLocalConnectorId } from '@/lib/localWallet/localConnector'
import { useNetwork } from './useNetwork'

export type LocalAccount = { name: string; address: Address; connectorId: string; active: boolean }

export type UseLocalAccountsReturnType = {
  /** Empty away from the local network. */
  accounts: readonly LocalAccount[]
  /** Connects as a built-in account, leaving the present one. */
  actAs(account: LocalAccount): Promise<void>
}

/** The built-in accounts of the local network. */
export function useLocalAccounts(): UseLocalAccountsReturnType {
  const network = useNetwork()
  const { address, connector } = useAccount()
  const { connectAsync, connectors } = useConnect()
  const { disconnectAsync } = useDisconnect()
  return {
    accounts: (network.local?.accounts ?? []).map(({ name, address: own }) => ({
      name,
      address: own,
      connectorId: getLocalConnectorId(name),
      active: address !== undefined && isAddressEqual(address, own),
    })),
    async actAs(account) {
      const target = connectors.find(({ id }) => id === account.connectorId)
      if (!target || (account.active && connector?.id === target.id)) return
      if (connector) await disconnectAsync({ connector })
      await connectAsync({ connector: target, chainId: network.chainId })
    },
  }
}
