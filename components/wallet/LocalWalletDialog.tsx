'use client'
import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { approvals } from '@/lib/localWallet/approvals'

const LocalWalletPrompt = dynamic(() => import('./LocalWalletPrompt').then((module) => module.LocalWalletPrompt), {
  ssr: false,
})

/** Asks before a built-in account signs or sends, as the window of a real wallet does. Loaded with the first question. */
export function LocalWalletDialog() {
  const pending = useSyncExternalStore(approvals.subscribe, approvals.getSnapshot, approvals.getServerSnapshot)
  const request = pending[0]
  return request ? <LocalWalletPrompt request={request} key={request.id} /> : null
}
