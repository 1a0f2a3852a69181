'use client'

import { LinkButton } from '@/components/ui/LinkButton'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'
import type { MonitoredJob } from './model/MonitoredJob'

type RunAgainButtonProps = Pick<MonitoredJob, 'job'> & { name: string; compact?: boolean }

/** To the page that starts another job like this one; none for own code, which no service gives back. */
export function RunAgainButton({ job, name, compact = false }: RunAgainButtonProps) {
  const t = useMessages().monitor.actions
  const { jobId, owner, algorithmDid: algorithm } = job
  const [dataset] = job.datasetDids
  if (!dataset || !algorithm) return null
  return (
    <LinkButton
      size={compact ? 'compact-sm' : 'sm'}
      variant="default"
      href={routes.computeLike({ dataset, algorithm, like: jobId, owner })}
      title={t.runAgainHint}
      aria-label={compact ? t.runAgainJob(name) : undefined}
    >
      {t.runAgain}
    </LinkButton>
  )
}
