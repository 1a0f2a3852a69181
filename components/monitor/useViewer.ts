'use client'

import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { useHydrated } from '@/hooks/useHydrated'

export type UseViewerReturnType = {
  address: Address | undefined
  /** False while it is not known yet whether a wallet is connected: on the server, and while one reconnects. */
  known: boolean
}

/** Who is looking. The first render in the browser says what the server said. */
export function useViewer(): UseViewerReturnType {
  const { address, status } = useAccount()
  const hydrated = useHydrated()
  if (!hydrated) return { address: undefined, known: false }
  return { address, known: address !== undefined || status === 'disconnected' }
}
