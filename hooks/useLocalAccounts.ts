'use client'
import { type Address, isAddressEqual } from 'viem'
import { type Config, type Connector, useAccount, useConfig, useConnect, useDisconnect } from 'wagmi'
import { getAccount, watchAccount } from 'wagmi/actions'
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
  const { address } = useAccount()
  const { connectAsync, connectors } = useConnect()
  const { disconnectAsync } = useDisconnect()
  const config = useConfig()
  return {
    accounts: (network.local?.accounts ?? []).map(({ name, address: own }) => ({
      name,
      address: own,
      connectorId: getLocalConnectorId(name),
      active: address !== undefined && isAddressEqual(address, own),
    })),
    async actAs(account) {
      const target = connectors.find(({ id }) => id === account.connectorId)
      if (!target) return
      const present = await settledConnector(config)
      if (present?.id === target.id) return
      if (present) await disconnectAsync({ connector: present })
      await connectAsync({ connector: target, chainId: network.chainId })
    },
  }
}

/** The connector in use, once the wallet of the last visit has come back: its return would otherwise undo a switch made meanwhile. */
function settledConnector(config: Config): Promise<Connector | undefined> {
  const isSettled = () => !['connecting', 'reconnecting'].includes(getAccount(config).status)
  if (isSettled()) return Promise.resolve(getAccount(config).connector)
  return new Promise((resolve) => {
    const unwatch = watchAccount(config, {
      onChange(account) {
        if (!isSettled()) return
        unwatch()
        resolve(account.connector)
      },
    })
  })
}
