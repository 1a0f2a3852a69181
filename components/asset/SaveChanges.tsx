'use client'
import { Button, Group, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { Notice } from '@/components/ui/Notice'
import { type UseFlowParameters, useFlow } from '@/hooks/useFlow'
import { useOceanClient } from '@/hooks/useOceanClient'
import type { Code } from '@/lib/code/code'
import { useMessages } from '@/lib/messages/useMessages'
import type { Confirmation, OceanClient } from '@/lib/ocean'

/** A flow that ends without a result could not be told from one that failed. */
export type SaveChangesProps<T extends object> = UseFlowParameters<T> & {
  /** The fields. */
  children: ReactNode
  action: string
  /** Something was typed or chosen. */
  changed: boolean
  /** What was typed can be saved. */
  good: boolean
  /** It was typed before the page was loaded. */
  restored: boolean
  plan(client: OceanClient): Promise<Confirmation[]>
  code?: Code | undefined
  /** Puts the fields back to what holds now; left out where there are none. */
  onDiscard?: (() => void) | undefined
}

/** Fields of something published, what saving them costs, the button, and how far it is. */
export function SaveChanges<T extends object>(props: SaveChangesProps<T>) {
  const { children, action, changed, good, restored, plan, code, onDiscard, ...parameters } = props
  const { edit: words } = useMessages().asset
  const client = useOceanClient()
  const queryClient = useQueryClient()
  const [saved, setSaved] = useState(false)
  const flow = useFlow(parameters)
  const idle = flow.status === 'idle'
  const ready = changed && good
  const planned = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planSave', { name: parameters.name, input: parameters.input }],
    queryFn: () => plan(client),
    enabled: ready && idle,
  })
  const run = async () => {
    setSaved(false)
    const result = await flow.run()
    if (result === undefined) return undefined
    flow.discard()
    onDiscard?.()
    setSaved(true)
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    return result
  }
  return (
    <Stack gap="md">
      {restored && changed ? (
        <Notice tone="info" role="status" title={words.restored}>
          {words.restoredBody}
        </Notice>
      ) : null}
      <fieldset disabled={!idle} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md">{children}</Stack>
      </fieldset>
      {saved && !changed ? (
        <Notice tone="ok" role="status" title={words.saved}>
          {words.savedBody}
        </Notice>
      ) : null}
      {ready && idle && planned.data ? <FlowBudget confirmations={planned.data} /> : null}
      {idle ? (
        <Group gap="sm">
          <Button disabled={!ready} onClick={() => void run()}>
            {action}
          </Button>
          {changed && onDiscard ? (
            <Button variant="default" onClick={onDiscard}>
              {words.discard}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
      {ready && code && idle ? <CopyAsCode code={code} /> : null}
    </Stack>
  )
}
