'use client'
import { Button } from '@mantine/core'
import { FlowError } from '@/components/flow/FlowError'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useMessages } from '@/lib/messages/useMessages'
import { RunChecklist } from './RunChecklist'
import type { Launch } from './useLaunch'

/** "Will it run?" for the present choice, in whichever state the asking is. */
export function LaunchCheck({ launch }: { launch: Launch }) {
  const { compute, common } = useMessages()
  const { check, dataset, algorithm } = launch
  const again = () => void check.refetch()
  if (dataset === undefined || algorithm === undefined)
    return <p style={{ margin: 0, color: 'var(--oc-dim)' }}>{compute.checks.choose}</p>
  if (check.data)
    return (
      <RunChecklist
        checks={check.data.checks}
        facts={check.data.facts}
        onRetry={again}
        onEnvironment={launch.setEnvironmentId}
      />
    )
  if (check.isError)
    return (
      <FlowError
        error={check.error}
        money={false}
        actions={
          <Button size="sm" onClick={again}>
            {common.retry}
          </Button>
        }
      />
    )
  return <WaitingNotice what={compute.checks.checking} />
}
