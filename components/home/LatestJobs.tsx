'use client'
import { useQueries } from '@tanstack/react-query'
import Link from 'next/link'
import { useAccount } from 'wagmi'
import { JobPhaseBadge } from '@/components/monitor/JobPhaseBadge'
import { jobHref } from '@/components/monitor/jobHref'
import { useAssetNames } from '@/components/monitor/useAssetNames'
import { Section } from '@/components/ui/Section'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { jobsQueryOptions } from '@/lib/queries/jobsQueryOptions'
import { routes } from '@/lib/routes'
import classes from './LatestList.module.css'

/** The newest jobs of the connected account. A Provider that does not answer is named and hides nothing else. */
export function LatestJobs() {
  const { home } = useMessages()
  const { address } = useAccount()
  return (
    <Section title={home.jobs.title} actions={<Link href={routes.monitor()}>{home.jobs.all}</Link>}>
      {address ? <Jobs owner={address} /> : <p className={classes.text}>{home.jobs.connect}</p>}
    </Section>
  )
}

function Jobs({ owner }: { owner: `0x${string}` }) {
  const { home } = useMessages()
  const words = home.jobs
  const network = useNetwork()
  const client = useOceanClient()
  const providers = [network.providerUrl, ...network.otherProviderUrls]
  const queries = useQueries({
    queries: providers.map((providerUrl) => jobsQueryOptions(client, { providerUrl, owner })),
  })
  const failed = providers.filter((_, index) => queries[index]?.isError)
  const jobs = queries
    .flatMap((query) => query.data ?? [])
    .sort((a, b) => (b.dateCreated?.getTime() ?? 0) - (a.dateCreated?.getTime() ?? 0))
    .slice(0, 4)
  const namesOf = useAssetNames(jobs.map((job) => ({ job, network, client, providerUrl: network.providerUrl })))
  if (queries.some((query) => query.isPending)) return <WaitingNotice what={words.loading} />
  if (failed.length === providers.length) return <p className={classes.text}>{words.unreachable}</p>
  return (
    <>
      {failed.map((provider) => (
        <p key={provider} className={classes.text}>
          {words.partly(new URL(provider).host)}
        </p>
      ))}
      {jobs.length === 0 ? <p className={classes.text}>{words.empty}</p> : null}
      <ul className={classes.list}>
        {jobs.map((job) => (
          <li key={job.jobId} className={classes.item}>
            <Link href={jobHref({ job })} className={classes.name}>
              {namesOf({ job, network, client, providerUrl: network.providerUrl }).algorithm}
            </Link>
            <span className={classes.meta}>
              <JobPhaseBadge phase={job.phase} />
              {job.dateCreated ? <TimeAgo date={job.dateCreated} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
