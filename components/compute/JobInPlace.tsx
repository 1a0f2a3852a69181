'use client'
import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useEffect, useRef } from 'react'
import type { Address } from 'viem'
import { FlowError } from '@/components/flow/FlowError'
import { JobDuration } from '@/components/monitor/JobDuration'
import { JobPhaseBadge } from '@/components/monitor/JobPhaseBadge'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { jobQueryOptions } from '@/lib/queries/jobQueryOptions'
import { routes } from '@/lib/routes'

/** A job that was just started, followed until it has ended. */
export function JobInPlace({ jobId, owner, providerUrl }: { jobId: string; owner: Address; providerUrl: string }) {
  const { compute, monitor } = useMessages()
  const words = compute.job
  const client = useOceanClient()
  const query = useQuery(jobQueryOptions(client, { jobId, owner, providerUrl }))
  const job = query.data
  const place = useRef<HTMLDivElement>(null)
  // In braces: newer browsers return a promise from it, which React would call as the clean-up.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={place}>
      <Section
        title={words.title}
        actions={
          <LinkButton size="sm" href={`${routes.job(jobId)}?owner=${owner}` as Route}>
            {words.open}
          </LinkButton>
        }
      >
        {job === undefined ? (
          query.isError ? (
            <FlowError error={query.error} money={false} />
          ) : (
            <WaitingNotice what={words.loading} />
          )
        ) : (
          <>
            {job.ended ? null : <WaitingNotice what={monitor.phases[job.phase]} since={job.dateCreated?.getTime()} />}
            <KeyValueList
              items={[
                { label: words.status, value: <JobPhaseBadge phase={job.phase} /> },
                { label: words.number, value: <CopyableText value={jobId} label={words.number} /> },
                ...(job.dateCreated ? [{ label: words.since, value: <TimeAgo date={job.dateCreated} /> }] : []),
                { label: words.duration, value: <JobDuration job={job} /> },
                ...(job.ended ? [{ label: words.files, value: words.results(job.results.length) }] : []),
              ]}
            />
          </>
        )}
      </Section>
    </div>
  )
}
