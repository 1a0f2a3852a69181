'use client'

import { Badge, type Tone } from '@/components/ui/Badge'
import type { IconName } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import type { ComputePhase } from '@/lib/ocean'

const looks: Record<ComputePhase, [Tone, IconName]> = {
  queued: ['neutral', 'clock'],
  starting: ['info', 'clock'],
  provisioning: ['info', 'download'],
  running: ['info', 'play'],
  filtering: ['info', 'play'],
  publishing: ['info', 'play'],
  succeeded: ['ok', 'check'],
  failed: ['danger', 'warning'],
  stopped: ['neutral', 'stop'],
  timedOut: ['danger', 'clock'],
}

/** Where a job stands, in a word, a colour and a sign. */
export function JobPhaseBadge({ phase }: { phase: ComputePhase }) {
  const { phases } = useMessages().monitor
  const [tone, icon] = looks[phase]
  return (
    <Badge tone={tone} icon={icon}>
      {phases[phase]}
    </Badge>
  )
}
