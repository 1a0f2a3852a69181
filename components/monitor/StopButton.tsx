'use client'

import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import { stopComputeJob } from '@/lib/ocean'
import type { MonitoredJob } from './model/MonitoredJob'

type StopButtonProps = { monitored: MonitoredJob; name: string; compact?: boolean }

/** Asks the Provider to stop a job; what it has written is kept. */
export function StopButton({ monitored: { client, providerUrl, job }, name, compact = false }: StopButtonProps) {
  const t = useMessages().monitor.actions
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => stopComputeJob(client, { providerUrl, jobId: job.jobId }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['ocean', client.network.chainId, 'jobs'] }),
  })
  const stopping = job.stopRequested || stop.isPending || stop.isSuccess
  return (
    <>
      <Button
        size={compact ? 'compact-sm' : 'sm'}
        variant="default"
        leftSection={<Icon name="stop" size={14} />}
        disabled={stopping}
        aria-label={stopping ? undefined : t.stopJob(name)}
        title={t.stopHint}
        onClick={() => stop.mutate()}
      >
        {stopping ? t.stopping : t.stop}
      </Button>
      {stop.error ? <FlowError error={stop.error} money={false} /> : null}
    </>
  )
}
