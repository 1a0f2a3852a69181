'use client'
import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import dynamic from 'next/dynamic'
import { useEffect, useRef } from 'react'
import type { Address } from 'viem'
import { FlowError } from '@/components/flow/FlowError'
import { JobDuration } from '@/components/monitor/JobDuration'
import { JobPhaseBadge } from '@/components/monitor/JobPhaseBadge'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { LinkButton } from '@/components/ui/LinkButton'
import { Section } from '@/components/ui/Section'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { jobQueryOptions } from '@/lib/queries/jobQueryOptions'
import { routes } from '@/lib/routes'

// Nobody who only looks at a dataset pays for viewers and plots.
const JobPanel = dynamic(() => import('@/components/monitor/JobPanel').then((module) => module.JobPanel), {
  ssr: false,
})

/** A job that was just started, followed to its end: phases, log and result without leaving the page. */
export function JobInPlace({ jobId, owner, providerUrl }: { jobId: string; owner: Address; providerUrl: string }) {
  const { compute } = useMessages()
  const words = compute.job
  const client = useOceanClient()
  const network = useNetwork()
  const query = useQuery(jobQueryOptions(client, { jobId, owner, providerUrl }))
  const job = query.data
  const place = useRef<HTMLDivElement>(null)
  // In braces: newer browsers return a promise from it, which React would call as the clean-up.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <>
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
            <KeyValueList
              items={[
                {
                  label: words.status,
                  value: (
                    <span role="status">
                      <JobPhaseBadge phase={job.phase} />
                    </span>
                  ),
                },
                { label: words.duration, value: <JobDuration job={job} /> },
                { label: words.number, value: <CopyableText value={jobId} label={words.number} /> },
              ]}
            />
          )}
        </Section>
      </div>
      {job ? <JobPanel monitored={{ network, client, providerUrl, job }} /> : null}
    </>
  )
}
