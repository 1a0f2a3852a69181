'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { bytesToHex, formatUnits } from 'viem'
import { startedJobs } from '@/lib/compute/startedJobs'
import { assetsByIdQueryOptions } from '@/lib/queries/assetsByIdQueryOptions'
import { jobFeeQueryOptions } from '@/lib/queries/jobFeeQueryOptions'
import { jobFileQueryOptions } from '@/lib/queries/jobFileQueryOptions'
import type { MonitoredJob } from './model/MonitoredJob'

/** Facts about a job that can be kept and checked later. What is not known is null. */
export function useReceipt({ client, network, providerUrl, job }: MonitoredJob, files: boolean) {
  const dids = [...job.datasetDids, ...(job.algorithmDid ? [job.algorithmDid] : [])]
  const { data: assets } = useQuery(assetsByIdQueryOptions(client, dids))
  const { data: fee } = useQuery(jobFeeQueryOptions(client, { agreementId: job.agreementId }))
  const fetched = useQueries({
    queries: job.results.map(({ index }) => ({
      ...jobFileQueryOptions(client, { providerUrl, owner: job.owner, jobId: job.jobId, index }),
      // Only what has been opened anyway: a receipt asks for nothing.
      enabled: false,
    })),
  })
  const hashes = useHashes(files ? fetched.map(({ data }) => data?.bytes) : [])
  const asset = (did: string) => ({
    did,
    name: assets?.[did]?.metadata.name ?? null,
    /** The transaction that wrote the document as it stands now. */
    document: assets?.[did]?.event?.tx ?? null,
  })
  const container = job.algorithmDid ? assets?.[job.algorithmDid]?.metadata.algorithm?.container : undefined
  const trusted = job.datasetDids
    .flatMap((did) => assets?.[did]?.services ?? [])
    .flatMap(({ compute }) => compute?.publisherTrustedAlgorithms ?? [])
    .find(({ did }) => did === job.algorithmDid)
  const started = startedJobs.recall(job.jobId)
  return {
    version: 1,
    job: job.jobId,
    network: { chainId: network.chainId, name: network.name },
    provider: providerUrl,
    owner: job.owner,
    order: job.agreementId,
    datasets: job.datasetDids.map(asset),
    algorithm: job.algorithmDid
      ? {
          ...asset(job.algorithmDid),
          container: container ?? null,
          /** As the dataset's owner allowed it; null where anything may run. */
          checksums: trusted ? { files: trusted.filesChecksum, container: trusted.containerSectionChecksum } : null,
        }
      : null,
    environment: fee?.environment ?? null,
    /** What this device told the job; no service keeps it. */
    parameters: started ? { dataset: started.userdata ?? {}, algorithm: started.algocustomdata ?? {} } : null,
    computeFee: fee
      ? { amount: formatUnits(fee.amount, fee.token?.decimals ?? 18), token: fee.token?.address ?? null }
      : null,
    started: job.dateCreated?.toISOString() ?? null,
    ended: job.dateFinished?.toISOString() ?? null,
    outcome: job.phase,
    status: { number: job.status, text: job.statusText },
    files: job.results.map(({ index, filename, size, type }) => ({
      index,
      filename,
      size,
      type,
      sha256: hashes[index] ?? null,
    })),
  }
}

/** SHA-256 of each file that is there, as lowercase hex. */
function useHashes(files: readonly (Uint8Array | undefined)[]): readonly (string | undefined)[] {
  const [hashes, setHashes] = useState<readonly (string | undefined)[]>([])
  const present = files.map((bytes) => bytes?.byteLength ?? '').join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: files never change once they are there
  useEffect(() => {
    let current = true
    const hash = async (bytes: Uint8Array | undefined) => {
      if (!bytes || !globalThis.crypto.subtle) return undefined
      return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))).slice(2)
    }
    void Promise.all(files.map(hash)).then((done) => {
      if (current) setHashes(done)
    })
    return () => {
      current = false
    }
  }, [present])
  return hashes
}
