'use client'
import { useMemo } from 'react'
import { useConnectorClient } from 'wagmi'
import type { Wallet } from '@/lib/ocean'
import { toWallet } from '@/lib/toWallet'

/** The connected wallet, on the given network where one is named. */
export function useWallet({ chainId }: { chainId?: number | undefined } = {}): Wallet | undefined {
  const { data: client } = useConnectorClient({ chainId })
  return useMemo(() => client && toWallet(client), [client])
}
