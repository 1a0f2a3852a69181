'use client'
import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useAccount, useDisconnect } from 'wagmi'
import { Icon } from '@/components/ui/Icon'
import { useConnectWallet } from '@/hooks/useConnectWallet'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'

const stations = ['publish', 'allow', 'acquire', 'compute', 'monitor'] as const

/** Go anywhere and do what is common, by typing. */
export function CommandPalette({ opened, onClose, onHelp }: { opened: boolean; onClose(): void; onHelp(): void }) {
  const { common, wallet } = useMessages()
  const words = common.palette
  const router = useRouter()
  const connect = useConnectWallet()
  const { address } = useAccount()
  const { disconnect } = useDisconnect()
  const { accounts, actAs } = useLocalAccounts()
  const { toggleColorScheme } = useMantineColorScheme()
  const [query, setQuery] = useState('')
  useEffect(() => (opened ? spotlight.open() : spotlight.close()), [opened])
  const text = query.trim()
  const pages: SpotlightActionData[] = [
    { id: 'home', label: common.shortcuts.home, onClick: () => router.push(routes.home()) },
    { id: 'assets', label: common.navigation.assets, onClick: () => router.push(routes.assets()) },
    ...stations.map((id) => ({
      id,
      label: common.flow[id],
      description: common.flow[`${id}Hint`],
      onClick: () => router.push(routes[id]()),
    })),
  ]
  const actions: SpotlightActionData[] = [
    ...accounts.map((account) => ({
      id: account.connectorId,
      label: `${wallet.local.actAs} ${account.name}`,
      onClick: () => void actAs(account),
    })),
    address
      ? { id: 'disconnect', label: words.disconnect, onClick: () => disconnect() }
      : { id: 'connect', label: words.connect, onClick: connect },
    { id: 'theme', label: common.shortcuts.theme, onClick: toggleColorScheme },
    { id: 'help', label: common.shortcuts.title, onClick: onHelp },
  ]
  const found: SpotlightActionData[] = text
    ? [
        /^did:op:[0-9a-f]{64}$/.test(text)
          ? {
              id: 'did',
              label: words.openDid,
              description: text,
              keywords: text,
              onClick: () => router.push(routes.asset(text)),
            }
          : {
              id: 'search',
              label: words.searchAssets(text),
              keywords: text,
              onClick: () => router.push(routes.assets({ q: text })),
            },
      ]
    : []
  return (
    <Spotlight
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      nothingFound={words.nothing}
      searchProps={{
        placeholder: words.placeholder,
        'aria-label': words.placeholder,
        leftSection: <Icon name="search" />,
      }}
      actions={[
        { group: words.pages, actions: pages },
        { group: words.actions, actions: [...found, ...actions] },
      ]}
    />
  )
}
