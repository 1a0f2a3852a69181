'use client'
import { Button } from '@mantine/core'
import { Notice } from '@/components/ui/Notice'
import { useConnectWallet } from '@/hooks/useConnectWallet'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useMessages } from '@/lib/messages/useMessages'

/** Shown where signing is needed and nobody is connected. On the local network it offers the built-in accounts. */
export function NeedWallet({
  prefer,
}: {
  /** Name of the built-in account that usually does this. */ prefer?: string
}) {
  const { common, wallet } = useMessages()
  const connect = useConnectWallet()
  const { accounts, actAs } = useLocalAccounts()
  const local = [...accounts].sort((a, b) => Number(b.name === prefer) - Number(a.name === prefer)).slice(0, 2)
  return (
    <Notice
      title={common.needWallet.title}
      actions={
        <>
          <Button onClick={connect}>{common.needWallet.action}</Button>
          {local.map((account) => (
            <Button key={account.address} variant="default" onClick={() => void actAs(account)}>
              {wallet.local.actAs} {account.name}
            </Button>
          ))}
        </>
      }
    >
      {common.needWallet.body}
    </Notice>
  )
}
