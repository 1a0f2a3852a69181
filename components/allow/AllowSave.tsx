'use client'
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CopyAsCode } from '@/components/compute/CopyAsCode'
import { FlowBudget } from '@/components/flow/FlowBudget'
import { FlowProgress } from '@/components/flow/FlowProgress'
import { Section } from '@/components/ui/Section'
import { useNetwork } from '@/hooks/useNetwork'
import { useOceanClient } from '@/hooks/useOceanClient'
import { buildAllowCode } from '@/lib/code/buildAllowCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, planAllowAlgorithm } from '@/lib/ocean'
import { type AllowChanges, countChanges } from './allowChanges'
import type { UseAllowSaveReturnType } from './useAllowSave'

export type AllowSaveProps = {
  dataset: Asset
  changes: AllowChanges
  saving: UseAllowSaveReturnType
  onUndo(): void
}

/** What saving costs, the button, and how far it is. */
export function AllowSave({ dataset, changes, saving, onUndo }: AllowSaveProps) {
  const { allow, asset: assetWords, common } = useMessages()
  const words = allow.save
  const client = useOceanClient()
  const network = useNetwork()
  const { draft, flow, save } = saving
  const plan = useQuery({
    queryKey: ['ocean', client.network.chainId, 'planAllow', { draft }],
    queryFn: () => planAllowAlgorithm(client, { draft }),
    enabled: countChanges(changes) > 0,
  })
  const count = countChanges(changes)
  const running = flow.status === 'running'
  const publishers = changes.addPublishers.length + changes.removePublishers.length
  const summary = [
    words.changes(changes.add.length, changes.remove.length, changes.repair.length),
    publishers > 0 ? words.publishers(publishers) : '',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Section title={words.title} lead={count === 0 ? words.unchanged : summary}>
      {count > 0 && flow.status === 'idle' ? (
        <>
          {plan.data ? <FlowBudget confirmations={plan.data} /> : null}
          <p style={{ margin: 0, color: 'var(--oc-dim)', fontSize: '0.9375rem' }}>
            {words.state(assetWords.states[dataset.nft.state]?.name ?? common.unknown)}
          </p>
        </>
      ) : null}
      {flow.status === 'idle' ? (
        <Group gap="sm">
          <Button disabled={count === 0} onClick={() => void save()}>
            {words.action}
          </Button>
          {count > 0 ? (
            <Button variant="default" onClick={onUndo}>
              {words.undo}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <FlowProgress flow={{ ...flow, resume: save }} />
      {count > 0 && !running ? <CopyAsCode code={buildAllowCode({ network, dataset, draft })} /> : null}
    </Section>
  )
}
