'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useAccount } from 'wagmi'
import { AssetPicker } from '@/components/asset/AssetPicker'
import { AssetState } from '@/components/asset/AssetState'
import { useAsset } from '@/components/asset/useAsset'
import { NeedWallet } from '@/components/flow/NeedWallet'
import { EmptyState } from '@/components/ui/EmptyState'
import { LinkButton } from '@/components/ui/LinkButton'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { Section } from '@/components/ui/Section'
import { useMessages } from '@/lib/messages/useMessages'
import { parseFlowChoice, routes } from '@/lib/routes'
import { AllowEditor } from './AllowEditor'

/** Step 3: an owner says what may run on a dataset. */
export function AllowPage() {
  const { allow } = useMessages()
  const router = useRouter()
  const { address } = useAccount()
  const { dataset, algorithm } = parseFlowChoice(useSearchParams())
  const query = useAsset(dataset)
  return (
    <Page>
      <PageHeader title={allow.title} lead={allow.lead} />
      {dataset === undefined ? (
        <Section title={allow.choose} lead={allow.chooseLead}>
          {address === undefined ? (
            <NeedWallet prefer="Alice" />
          ) : (
            <AssetPicker
              key={address}
              type="dataset"
              owner={address}
              computable
              selected={[]}
              onToggle={({ id }) => router.push(routes.allow({ dataset: id, algorithm }))}
              empty={
                <EmptyState
                  icon="data"
                  title={allow.chooseEmpty}
                  action={<LinkButton href={routes.publish({ algorithm })}>{allow.publish}</LinkButton>}
                >
                  {allow.chooseEmptyBody}
                </EmptyState>
              }
            />
          )}
        </Section>
      ) : query.data ? (
        <AllowEditor key={query.data.id} dataset={query.data} algorithm={algorithm} />
      ) : (
        <AssetState query={query} />
      )}
    </Page>
  )
}
