'use client'

import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Address } from 'viem'
import { jobsQueryOptions } from '@/lib/queries/jobsQueryOptions'
import type { MonitoredJob, MonitoredProvider } from './model/MonitoredJob'
import { useNetworkClients } from './useNetworkClients'

export type ProviderState = MonitoredProvider & {
  status: 'asking' | 'up' | 'down'
  error: unknown
  /** Milliseconds since the epoch of the last answer. */
  answeredAt: number | undefined
  refetch(): void
}

export type UseJobsReturnType = {
  /** Newest first. */
  jobs: MonitoredJob[]
  providers: ProviderState[]
  /** Some Provider has not answered for the first time yet. */
  asking: boolean
}

/** An account's jobs over all Providers. A Provider that fails is listed and takes nothing away from the others. */
export function useJobs({ owner, jobId }: { owner: Address | undefined; jobId?: string }): UseJobsReturnType {
  const providers = useNetworkClients()
  const combine = useCallback(
    (
      answers: {
        data: MonitoredJob['job'][] | undefined
        error: unknown
        dataUpdatedAt: number
        isFetching: boolean
        refetch(): unknown
      }[],
    ) => ({
      jobs: answers
        .flatMap(({ data }, index) => {
          const provider = providers[index]
          return provider ? (data ?? []).map((job) => ({ ...provider, job })) : []
        })
        .sort((a, b) => (b.job.dateCreated?.getTime() ?? 0) - (a.job.dateCreated?.getTime() ?? 0)),
      providers: answers.flatMap(({ data, error, dataUpdatedAt, refetch }, index): ProviderState[] => {
        const provider = providers[index]
        if (!provider) return []
        const status = error ? 'down' : data ? 'up' : 'asking'
        const answeredAt = dataUpdatedAt > 0 ? dataUpdatedAt : undefined
        return [{ ...provider, status, error, answeredAt, refetch: () => void refetch() }]
      }),
      asking: owner !== undefined && answers.some(({ data, error }) => !data && !error),
    }),
    [providers, owner],
  )
  return useQueries({
    queries: providers.map(({ client, providerUrl }) => ({
      ...jobsQueryOptions(client, { providerUrl, owner: owner ?? nobody, ...(jobId ? { jobId } : {}) }),
      enabled: owner !== undefined,
    })),
    combine,
  })
}

const nobody = '0x0000000000000000000000000000000000000000'
