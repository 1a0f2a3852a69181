'use client'
import { useSyncExternalStore } from 'react'

/** Whether the page answers to clicks yet: false on the server and until React has taken over the markup. */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, isHydrated, isOnServer)
}

const subscribe = () => () => undefined
const isHydrated = () => true
const isOnServer = () => false
