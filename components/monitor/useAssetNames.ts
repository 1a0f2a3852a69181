'use client'

import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { assetNamesQueryOptions } from '@/lib/queries/assetNamesQueryOptions'
import type { MonitoredJob } from './model/MonitoredJob'

export type JobNames = { algorithm: string; dataset: string }

/** What the assets of jobs are called, asked of each network's index at once. */
export function useAssetNames(jobs: readonly MonitoredJob[]): (job: MonitoredJob) => JobNames {
  const t = useMessages().monitor.table
  const networks = [...new Map(jobs.map(({ network, client }) => [network.chainId, client])).values()]
  const names = useQueries({
    queries: networks.map((client) => {
      const own = jobs.filter(({ network }) => network.chainId === client.network.chainId)
      const dids = own.flatMap(({ job }) => [...job.datasetDids, ...(job.algorithmDid ? [job.algorithmDid] : [])])
      return assetNamesQueryOptions(client, dids)
    }),
    combine: (answers) => Object.assign({}, ...answers.map(({ data }) => data ?? {})) as Record<string, string>,
  })
  return useCallback(
    ({ job }) => {
      const nameOf = (did: string) => names[did] ?? t.unknownName(did)
      const [dataset] = job.datasetDids
      return {
        algorithm: job.algorithmDid ? nameOf(job.algorithmDid) : t.raw,
        dataset: dataset ? t.datasets(nameOf(dataset), job.datasetDids.length - 1) : t.noDataset,
      }
    },
    [names, t],
  )
}
