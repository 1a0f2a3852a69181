'use client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { AssetPicker } from '@/components/asset/AssetPicker'
import { Disclosure } from '@/components/ui/Disclosure'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { findAlgorithmObstacles } from '@/lib/compute/findObstacles'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset, Service } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { AllowedList } from './AllowedList'
import { AllowSave } from './AllowSave'
import { countChanges, toggle } from './allowChanges'
import { TrustedPublishers } from './TrustedPublishers'
import { useAllowChanges } from './useAllowChanges'
import { useAllowSave } from './useAllowSave'

type ServiceAllowEditorProps = {
  dataset: Asset
  service: Service
  algorithm: string | undefined
  isOwner: boolean
}

/** Who may compute by one service of a dataset. */
export function ServiceAllowEditor({ dataset, service, algorithm, isOwner }: ServiceAllowEditorProps) {
  const { allow } = useMessages()
  // The lists of this service alone.
  const focused: Asset = { ...dataset, services: [service] }
  const trust = findTrust(focused)
  const listed = trust.algorithms.map(({ did }) => did)
  const { changes, restored, change, undo } = useAllowChanges({ dataset, service, algorithm, trust })
  const [saved, setSaved] = useState(false)
  const saving = useAllowSave({
    dataset,
    service,
    changes,
    onSaved: () => {
      undo()
      setSaved(true)
    },
  })
  // While a change is under way, or unfinished, another one would lose sight of it.
  const onChange = isOwner && saving.flow.status === 'idle' ? change : undefined
  const judge = (candidate: Asset) => {
    if (listed.includes(candidate.id) && !changes.remove.includes(candidate.id)) return { reason: allow.add.already }
    const [obstacle] = findAlgorithmObstacles(candidate)
    if (obstacle) return { reason: allow.obstacles[obstacle] }
    const code = getAlgorithmService(candidate)
    if (code === undefined || code.serviceEndpoint === service.serviceEndpoint) return {}
    if (code.type === 'compute') return { reason: allow.obstacles.privateElsewhere }
    return { note: allow.add.otherProvider(new URL(code.serviceEndpoint).host) }
  }
  const publishers = [...trust.publishers, ...changes.addPublishers].length
  const next = algorithm ?? changes.add[0] ?? listed[0]
  return (
    <>
      {saved && countChanges(changes) === 0 ? (
        <Notice
          tone="ok"
          role="status"
          title={allow.save.done}
          actions={
            <LinkButton href={routes.acquire({ dataset: dataset.id, algorithm: next })}>{allow.save.next}</LinkButton>
          }
        >
          {allow.save.doneBody}
        </Notice>
      ) : null}
      {onChange && restored ? (
        <Notice
          tone="info"
          role="status"
          title={allow.restored}
          actions={
            <Button size="sm" variant="default" onClick={undo}>
              {allow.save.undo}
            </Button>
          }
        >
          {allow.restoredBody}
        </Notice>
      ) : null}
      <Section title={allow.list.title}>
        <AllowedList dataset={focused} changes={changes} onChange={onChange} />
      </Section>
      {onChange ? (
        <Section title={allow.add.title} lead={allow.add.lead}>
          <AssetPicker
            type="algorithm"
            multiple
            selected={changes.add}
            judge={judge}
            onToggle={({ id }) =>
              onChange(
                changes.remove.includes(id)
                  ? { ...changes, remove: toggle(changes.remove, id) }
                  : { ...changes, add: toggle(changes.add, id) },
              )
            }
            empty={
              <EmptyState
                icon="code"
                title={allow.add.none}
                action={<LinkButton href={routes.publish({ dataset: dataset.id })}>{allow.add.publish}</LinkButton>}
              >
                {allow.add.noneBody}
              </EmptyState>
            }
          />
        </Section>
      ) : null}
      <Disclosure
        label={allow.publishers.title}
        hint={publishers === 0 ? undefined : String(publishers)}
        open={publishers > 0}
      >
        <TrustedPublishers dataset={focused} changes={changes} onChange={onChange} />
      </Disclosure>
      {isOwner ? <AllowSave dataset={dataset} changes={changes} saving={saving} onUndo={undo} /> : null}
    </>
  )
}
