'use client'

import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'

export type UseViewerReturnType = {
  address: Address | undefined
  /** False while it is not known yet whether a wallet is connected: on the server, and while one reconnects. */
  known: boolean
}

const never = () => () => undefined

/** Who is looking. The first render in the browser says what the server said. */
export function useViewer(): UseViewerReturnType {
  const { address, status } = useAccount()
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!inBrowser) return { address: undefined, known: false }
  return { address, known: address !== undefined || status === 'disconnected' }
}
