'use client'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { AssetSummary } from '@/components/asset/AssetSummary'
import { useIsOwner } from '@/components/asset/useIsOwner'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { NotOwner } from './NotOwner'
import { ServiceAllowEditor } from './ServiceAllowEditor'

export type AllowEditorProps = {
  dataset: Asset
  /** Marked to be added from the start. */
  algorithm?: string | undefined
}

/** Who may compute on one dataset: shown to all, changed by its owner. */
export function AllowEditor({ dataset, algorithm }: AllowEditorProps) {
  const { allow } = useMessages()
  const { owner, isOwner } = useIsOwner(dataset)
  const [chosen, setChosen] = useState<string>()
  const services = dataset.services.filter(({ type }) => type === 'compute')
  const service = services.find(({ id }) => id === chosen) ?? services[0]
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
        {services.length > 1 ? (
          <NativeSelect
            label={allow.service}
            description={allow.serviceHint}
            value={service.id}
            data={services.map(({ id, name }) => ({ value: id, label: name ? `${id}: ${name}` : id }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : null}
        {isOwner ? null : <NotOwner owner={owner} />}
      </Section>
      <ServiceAllowEditor
        key={service.id}
        dataset={dataset}
        service={service}
        algorithm={algorithm}
        isOwner={isOwner}
      />
    </>
  )
}
