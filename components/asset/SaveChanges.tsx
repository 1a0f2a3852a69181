'use client'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { Notice } from '@/components/ui/Notice'
import { type UseFlowParameters, useFlow } from '@/hooks/useFlow'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import type { Confirmation, OceanClient } from '@/lib/ocean'

export type SaveChangesProps<T> = UseFlowParameters<T> & {
  action: string
  /** False while there is nothing, or nothing good, to save. */
  ready: boolean
  plan(client: OceanClient): Promise<Confirmation[]>
}

/** What saving costs, the button, and how far it is. */
export function SaveChanges<T>({ action, ready, plan, ...parameters }: SaveChangesProps<T>) {
  const { edit: words } = useMessages().asset
  const client = useOceanClient()
  const queryClient = useQueryClient()
  const [saved, setSaved] = useState(false)
  const flow = useFlow(parameters)
  const planned = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planSave', { name: parameters.name, input: parameters.input }],
    queryFn: () => plan(client),
    enabled: ready && flow.status === 'idle',
  })
  const run = async () => {
    setSaved(false)
    const result = await flow.run()
    if (result === undefined) return undefined
    flow.discard()
    setSaved(true)
    await queryClient.invalidateQueries({ queryKey: ['ocean', client.network.chainId] })
    return result
  }
  return (
    <>
      {saved ? (
        <Notice tone="ok" role="status" title={words.saved}>
          {words.savedBody}
        </Notice>
      ) : null}
      {ready && flow.status === 'idle' && planned.data ? <FlowBudget confirmations={planned.data} /> : null}
      {flow.status === 'idle' ? (
        <div>
          <Button disabled={!ready} onClick={() => void run()}>
            {action}
          </Button>
        </div>
      ) : null}
      <FlowProgress flow={{ ...flow, run, resume: run }} />
    </>
  )
}
