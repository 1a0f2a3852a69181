'use client'

import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createAuthToken, getProviderRoot, getSession } from '@/lib/ocean'
import type { MonitoredJob } from './model/MonitoredJob'

export type UseSessionReturnType = {
  /** Whether private files can be asked for without a prompt, or with prompts that were agreed to. */
  open: boolean
  /** The Provider issues no tokens: every file asks for a signature of its own. Known before the first is asked for. */
  each: boolean
  pending: boolean
  error: unknown
  start(): void
}

/** The owner's permission to fetch logs and results: an existing session, or one signature asked for on a click. */
export function useSession(monitored: Pick<MonitoredJob, 'client' | 'providerUrl'> | undefined): UseSessionReturnType {
  const [agreed, setAgreed] = useState(false)
  const { client, providerUrl } = monitored ?? {}
  const present = client !== undefined && getSession(client, { providerUrl }) !== undefined
  const root = useQuery({
    queryKey: ['ocean', client?.network.chainId, 'providerRoot', { providerUrl }] as const,
    queryFn: client ? ({ signal }) => getProviderRoot(client, { providerUrl, signal }) : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const tokenless = root.data !== undefined && !root.data.endpoints.create_auth_token
  const open = useMutation({
    mutationFn: async () => {
      if (!client) return undefined
      return createAuthToken(client, { providerUrl })
    },
    onSuccess: () => setAgreed(true),
  })
  return {
    open: present || agreed,
    each: !present && (agreed || tokenless),
    pending: open.isPending,
    error: open.error,
    start: () => open.mutate(),
  }
}
