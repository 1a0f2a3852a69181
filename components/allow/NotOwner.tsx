'use client'
import { useAccount } from 'wagmi'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { CopyableText } from '@/components/ui/CopyableText'
import { Notice } from '@/components/ui/Notice'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { sameAddress } from '@/lib/asset/sameAddress'
import { useMessages } from '@/lib/messages/useMessages'

/** Why the list cannot be changed from here, and what to do about it. */
export function NotOwner({ owner }: { owner: string | undefined }) {
  const { allow } = useMessages()
  const { address } = useAccount()
  const { accounts } = useLocalAccounts()
  const local = accounts.find((account) => sameAddress(account.address, owner))
  if (address === undefined)
    return (
      <>
        <p style={{ margin: 0 }}>{allow.noWallet}</p>
        <NeedWallet prefer={local?.name ?? 'Alice'} />
      </>
    )
  return (
    <Notice tone="warn" title={allow.notOwner}>
      <p>{allow.notOwnerBody}</p>
      {local ? <p>{allow.notOwnerLocal(local.name)}</p> : null}
      {owner ? (
        <p>
          {allow.owner}: <CopyableText value={owner} label={allow.owner} />
        </p>
      ) : null}
    </Notice>
  )
}
