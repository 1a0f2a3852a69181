'use client'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FlowError } from '@/components/flow/FlowError'
import { Icon } from '@/components/ui/Icon'
import { WaitingNotice } from '@/components/ui/WaitingNotice'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useMessages } from '@/lib/messages/useMessages'
import type { Asset } from '@/lib/ocean'
import { candidatesQueryOptions } from '@/lib/queries/candidatesQueryOptions'
import { type AssetChoice, AssetChoices } from './AssetChoices'

export type AssetPickerProps = {
  type: 'dataset' | 'algorithm'
  /** Only assets of this account. */
  owner?: string | undefined
  /** Only datasets with a compute service. */
  computable?: boolean
  multiple?: boolean
  selected: readonly string[]
  onToggle(asset: Asset): void
  /** Says of each candidate why it cannot be chosen, or something to know. */
  judge?: ((asset: Asset) => Omit<AssetChoice, 'asset'>) | undefined
  /** What to show when nothing at all is published. */
  empty: ReactNode
}

/** Finds assets to choose from: those that may be chosen first, the others below with the reason. */
export function AssetPicker(props: AssetPickerProps) {
  const { type, owner, computable, multiple, selected, onToggle, judge, empty } = props
  const { compute, common, allow } = useMessages()
  const words = compute.picker
  const client = useOceanClient()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text, 250)
  const query = useQuery(candidatesQueryOptions(client, { text: settled, type, owner, computable }))
  const choices = (query.data?.assets ?? []).map((asset) => ({ asset, ...judge?.(asset) }))
  choices.sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
  const runnable = choices.filter(({ reason }) => reason === undefined).length
  if (query.isPending) return <WaitingNotice what={words.loading} />
  if (query.isError)
    return (
      <FlowError
        error={query.error}
        money={false}
        actions={
          <Button size="sm" onClick={() => void query.refetch()}>
            {common.retry}
          </Button>
        }
      />
    )
  if (choices.length === 0 && settled.trim() === '') return empty
  return (
    <>
      <TextInput
        type="search"
        label={type === 'dataset' ? words.searchDataset : words.searchAlgorithm}
        placeholder={words.hint}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status" className="oc-hidden">
        {words.count(runnable, choices.length)}
      </p>
      {choices.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <AssetChoices
          label={type === 'dataset' ? words.dataset : words.algorithm}
          choices={choices}
          multiple={multiple ?? false}
          selected={selected}
          stale={query.isPlaceholderData}
          onToggle={(did) => {
            const chosen = choices.find(({ asset }) => asset.id === did)
            if (chosen) onToggle(chosen.asset)
          }}
        />
      )}
      {query.data.total > query.data.assets.length ? (
        <p style={{ margin: 0, color: 'var(--oc-dim)', fontSize: '0.875rem' }}>
          {allow.add.more(query.data.assets.length, query.data.total)}
        </p>
      ) : null}
    </>
  )
}
