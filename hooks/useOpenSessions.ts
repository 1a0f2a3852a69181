'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { useAccount } from 'wagmi'
import { type OpenSession, sessionStore } from './sessionStore'

const none = '[]'

/** Where the connected account is signed in, and until when. */
export function useOpenSessions(): OpenSession[] {
  const { address } = useAccount()
  const text = useSyncExternalStore(
    sessionStore.subscribe,
    () => (address ? sessionStore.list(address) : none),
    () => none,
  )
  return useMemo(() => sessionStore.parseList(text), [text])
}
