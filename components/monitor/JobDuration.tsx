'use client'

import { useNow } from '@/components/ui/useNow'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputeJob } from '@/lib/ocean'

/** How long a job has taken, counting while it goes on. */
export function JobDuration({ job }: { job: Pick<ComputeJob, 'ended' | 'dateCreated' | 'dateFinished'> }) {
  return job.ended ? <Ended job={job} /> : <Counting since={job.dateCreated} />
}

function Ended({ job: { dateCreated, dateFinished } }: { job: Pick<ComputeJob, 'dateCreated' | 'dateFinished'> }) {
  const { common } = useMessages()
  if (!dateCreated || !dateFinished) return <>{common.unknown}</>
  return <>{common.duration((dateFinished.getTime() - dateCreated.getTime()) / 1000)}</>
}

function Counting({ since }: { since: Date | undefined }) {
  const { common } = useMessages()
  const now = useNow()
  if (!since || now === 0) return <>{common.unknown}</>
  return <>{common.duration(Math.max(0, Math.floor((now - since.getTime()) / 1000)))}</>
}
