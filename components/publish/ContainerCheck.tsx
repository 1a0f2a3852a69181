'use client'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { Badge } from '@/components/ui/Badge'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import { containerQueryOptions } from '@/lib/queries/containerQueryOptions'
import classes from './FileCheck.module.css'
import { toContainer } from './model/buildDraft'
import { checkContainer } from './model/checkContainer'
import { countProblems } from './model/countProblems'
import type { ContainerForm } from './model/form'

/** What the Provider says of an image of one's own: asked once it is described and typing rests. */
export function ContainerCheck({ container }: { container: ContainerForm }) {
  const words = useMessages().publish.container
  const client = useOceanClient()
  const complete = countProblems(checkContainer(container)) === 0
  const [settled] = useDebouncedValue(container, 600)
  const check = useQuery({
    ...containerQueryOptions(client, { container: toContainer(settled) }),
    enabled: complete && settled === container,
  })
  if (!complete || settled !== container) return null
  if (check.isError) return <FlowError error={check.error} money={false} />
  if (!check.data) return <WaitingNotice what={words.checking} usually={1} />
  return (
    <div className={classes.facts} role="status">
      <Badge tone="ok" icon="check">
        {words.ok}
      </Badge>
      <span>{words.okHint}</span>
    </div>
  )
}
