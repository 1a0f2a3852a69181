'use client'
import { useMemo } from 'react'
import { useClient } from 'wagmi'
import type { ChainClient } from '@/lib/ocean'
import { toChainClient } from '@/lib/toChainClient'

/** What reads the chain of a configured network; the present one unless another is named. */
export function useChainClient({ chainId }: { chainId?: number | undefined } = {}): ChainClient | undefined {
  const client = useClient({ chainId })
  return useMemo(() => client && toChainClient(client), [client])
}
