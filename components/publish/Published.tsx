'use client'
import { Button } from '@mantine/core'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useNetwork } from '@/hooks/useNetwork'
import { useMessages } from '@/lib/messages/useMessages'
import { parseFlowChoice, routes } from '@/lib/routes'
import type { Published as PublishedAsset, PublishForm } from './model/form'

/** What is on chain now, and where to go from here. */
export function Published({ form, onAnother }: { form: PublishForm; onAnother(): void }) {
  const { publish } = useMessages()
  const words = publish.done
  const earlier = parseFlowChoice(useSearchParams())
  const { dataset, algorithm } = form.published
  const choice = { dataset: dataset?.did ?? earlier.dataset, algorithm: algorithm?.did ?? earlier.algorithm }
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Page width="narrow">
      <div ref={heading} tabIndex={-1}>
        <PageHeader title={words.title[form.what]} />
      </div>
      {dataset && form.what !== 'algorithm' ? <Facts title={dataset.name} asset={dataset} /> : null}
      {algorithm && form.what !== 'dataset' ? <Facts title={algorithm.name} asset={algorithm} /> : null}
      {form.what === 'both' ? <Notice tone="ok" title={words.trusted} /> : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
        {form.what === 'both' ? null : <LinkButton href={routes.allow(choice)}>{words.nextAllow}</LinkButton>}
        <LinkButton href={routes.acquire(choice)} variant={form.what === 'both' ? 'filled' : 'default'}>
          {words.nextAcquire}
        </LinkButton>
        <LinkButton href={routes.compute(choice)} variant="default">
          {words.nextCompute}
        </LinkButton>
        <Button variant="subtle" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </Page>
  )
}

function Facts({ title, asset }: { title: string; asset: PublishedAsset }) {
  const words = useMessages().publish.done
  const { blockExplorerUrl } = useNetwork()
  const explore = (path: string) => (blockExplorerUrl ? { href: `${blockExplorerUrl}/${path}` } : {})
  return (
    <Section
      title={title}
      actions={
        <LinkButton href={routes.asset(asset.did)} variant="default" size="sm">
          {words.open}
        </LinkButton>
      }
    >
      <KeyValueList
        items={[
          { label: words.did, value: <CopyableText value={asset.did} label={words.did} keep={10} /> },
          {
            label: words.dataNft,
            value: (
              <CopyableText
                value={asset.dataNft}
                label={words.dataNft}
                keep={10}
                {...explore(`address/${asset.dataNft}`)}
              />
            ),
          },
          {
            label: words.datatoken,
            value: (
              <CopyableText
                value={asset.datatoken}
                label={words.datatoken}
                keep={10}
                {...explore(`address/${asset.datatoken}`)}
              />
            ),
          },
          {
            label: words.transaction,
            value: (
              <CopyableText
                value={asset.transactionHash}
                label={words.transaction}
                keep={10}
                {...explore(`tx/${asset.transactionHash}`)}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
