'use client'

import Link from 'next/link'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import { JobDuration } from './JobDuration'
import { JobEnvironment } from './JobEnvironment'
import { JobFee } from './JobFee'
import type { MonitoredJob } from './model/MonitoredJob'
import type { JobNames } from './useAssetNames'

/** What the services and the chain say about a job. */
export function JobFacts({ monitored, names }: { monitored: MonitoredJob; names: JobNames }) {
  const { monitor, common } = useMessages()
  const t = monitor.job
  const { job, network, client, providerUrl } = monitored
  const date = (value: Date | undefined) =>
    value ? <time dateTime={value.toISOString()}>{format(value)}</time> : common.unknown
  const explorer = network.blockExplorerUrl ? { href: `${network.blockExplorerUrl}/tx/${job.agreementId}` } : {}
  return (
    <Section title={t.facts}>
      <KeyValueList
        items={[
          ...job.datasetDids.map((did, index) => ({
            id: `${did} ${index}`,
            label: t.dataset,
            value: (
              <Asset
                did={did}
                label={t.dataset}
                name={index === 0 && job.datasetDids.length === 1 ? names.dataset : undefined}
              />
            ),
          })),
          {
            label: t.algorithm,
            value: job.algorithmDid ? (
              <Asset did={job.algorithmDid} label={t.algorithm} name={names.algorithm} />
            ) : (
              monitor.table.raw
            ),
          },
          { label: t.id, value: <CopyableText value={job.jobId} label={t.id} /> },
          { label: t.owner, value: <CopyableText value={job.owner} label={t.owner} /> },
          { label: t.order, value: <CopyableText value={job.agreementId} label={t.order} {...explorer} /> },
          { label: monitor.table.cost, value: <JobFee client={client} job={job} /> },
          { label: t.environment, value: <JobEnvironment client={client} job={job} /> },
          { label: t.provider, value: providerUrl },
          { label: t.network, value: network.name },
          { label: t.created, value: date(job.dateCreated) },
          { label: t.finished, value: job.ended ? date(job.dateFinished) : common.none },
          { label: monitor.table.duration, value: <JobDuration job={job} /> },
          { label: t.status, value: t.statusText(job.status, job.statusText) },
        ]}
      />
    </Section>
  )
}

function Asset({ did, label, name }: { did: string; label: string; name: string | undefined }) {
  const { actions } = useMessages().monitor
  return (
    <>
      <Link href={routes.asset(did)}>{name ?? actions.open}</Link> <CopyableText value={did} label={label} />
    </>
  )
}

const format = (date: Date) => date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' })
