'use client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAccount } from 'wagmi'
import { AssetPicker } from '@/components/asset/AssetPicker'
import { AssetSummary } from '@/components/asset/AssetSummary'
import { useIsOwner } from '@/components/asset/useIsOwner'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { CopyableText } from '@/components/ui/CopyableText'
import { Disclosure } from '@/components/ui/Disclosure'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { getAlgorithmService } from '@/lib/asset/getAlgorithmService'
import { getComputeService } from '@/lib/asset/getComputeService'
import { sameAddress } from '@/lib/asset/sameAddress'
import { findAlgorithmObstacles } from '@/lib/compute/findObstacles'
import { findTrust } from '@/lib/compute/findTrust'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { AllowedList } from './AllowedList'
import { AllowSave } from './AllowSave'
import { countChanges, toggle } from './allowChanges'
import { TrustedPublishers } from './TrustedPublishers'
import { useAllowChanges } from './useAllowChanges'

export type AllowEditorProps = {
  dataset: Asset
  /** Marked to be added from the start. */
  algorithm?: string | undefined
}

/** Who may compute on one dataset: shown to all, changed by its owner. */
export function AllowEditor({ dataset, algorithm }: AllowEditorProps) {
  const { allow } = useMessages()
  const { address } = useAccount()
  const { accounts } = useLocalAccounts()
  const { owner, isOwner } = useIsOwner(dataset)
  const trust = findTrust(dataset)
  const listed = trust.algorithms.map(({ did }) => did)
  const { changes, restored, change, undo } = useAllowChanges({ dataset, algorithm, trust })
  const [saved, setSaved] = useState(false)
  const local = accounts.find((account) => sameAddress(account.address, owner))
  const service = getComputeService(dataset)
  if (dataset.metadata.type !== 'dataset')
    return (
      <Notice
        tone="warn"
        title={allow.notDataset}
        actions={<LinkButton href={routes.allow({ algorithm: dataset.id })}>{allow.change}</LinkButton>}
      >
        {allow.notDatasetBody}
      </Notice>
    )
  if (service === undefined)
    return (
      <Notice tone="warn" title={allow.noCompute}>
        {allow.noComputeBody}
      </Notice>
    )
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
      <Section>
        <AssetSummary
          asset={dataset}
          actions={
            <LinkButton size="xs" variant="default" href={routes.allow({ algorithm })}>
              {allow.change}
            </LinkButton>
          }
        />
        {isOwner ? null : address === undefined ? (
          <>
            <p style={{ margin: 0 }}>{allow.noWallet}</p>
            <NeedWallet prefer={local?.name ?? 'Alice'} />
          </>
        ) : (
          <Notice tone="warn" title={allow.notOwner}>
            <p>{allow.notOwnerBody}</p>
            {local ? <p>{allow.notOwnerLocal(local.name)}</p> : null}
            {owner ? (
              <p>
                {allow.owner}: <CopyableText value={owner} label={allow.owner} />
              </p>
            ) : null}
          </Notice>
        )}
      </Section>
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
      {isOwner && restored ? (
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
        <AllowedList dataset={dataset} changes={changes} onChange={isOwner ? change : undefined} />
      </Section>
      {isOwner ? (
        <Section title={allow.add.title} lead={allow.add.lead}>
          <AssetPicker
            type="algorithm"
            multiple
            selected={changes.add}
            judge={judge}
            onToggle={({ id }) =>
              change(
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
        <TrustedPublishers dataset={dataset} changes={changes} onChange={isOwner ? change : undefined} />
      </Disclosure>
      {isOwner ? (
        <AllowSave
          dataset={dataset}
          changes={changes}
          onUndo={undo}
          onSaved={() => {
            undo()
            setSaved(true)
          }}
        />
      ) : null}
    </>
  )
}
