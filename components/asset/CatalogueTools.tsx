'use client'
import { NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAccount } from 'wagmi'
import { Icon } from '@/components/ui/Icon'
import { useOceanClient } from '@/hooks/useOceanClient'
import {
  type CatalogueFilters,
  cataloguePrices,
  catalogueSorts,
  catalogueStates,
  catalogueTypes,
  longestText,
} from '@/lib/asset/catalogueFilters'
import { useMessages } from '@/lib/messages/useMessages'
import { candidatesQueryOptions } from '@/lib/queries/candidatesQueryOptions'
import classes from './Catalogue.module.css'

export type CatalogueToolsProps = {
  filters: CatalogueFilters
  /** Name of the algorithm in `filters.runsWith`, once known. */
  runsWithName: string | undefined
  onChange(change: Partial<CatalogueFilters>): void
}

/** Search, filters and order of the catalogue. */
export function CatalogueTools({ filters, runsWithName, onChange }: CatalogueToolsProps) {
  const { asset: words } = useMessages()
  const catalogue = words.catalogue
  const { address } = useAccount()
  const client = useOceanClient()
  const own = useQuery({
    ...candidatesQueryOptions(client, { text: '', type: 'algorithm', owner: address }),
    enabled: address !== undefined,
  })
  const search = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => search.current?.focus()]])
  const [text, setText] = useState(filters.text)
  const [seen, setSeen] = useState(filters.text)
  if (seen !== filters.text) {
    setSeen(filters.text)
    setText(filters.text)
  }
  useEffect(() => {
    if (text === filters.text) return
    const timer = setTimeout(() => onChange({ text }), 250)
    return () => clearTimeout(timer)
  }, [text, filters.text, onChange])
  const options = <key extends string>(keys: readonly key[], names: Record<key, string>) =>
    keys.map((value) => ({ value, label: names[value] }))
  const algorithms = (own.data?.assets ?? []).map(({ id, metadata }) => ({ value: id, label: metadata.name }))
  const listed = filters.runsWith === '' || algorithms.some(({ value }) => value === filters.runsWith)
  const present = { value: filters.runsWith, label: runsWithName ?? filters.runsWith.slice(0, 16) }
  return (
    <search className={classes.tools} aria-label={catalogue.filters}>
      <div className={classes.row}>
        <TextInput
          className={classes.search}
          type="search"
          label={catalogue.search}
          placeholder={catalogue.searchHint}
          leftSection={<Icon name="search" />}
          value={text}
          maxLength={longestText}
          ref={search}
          aria-keyshortcuts="/"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          className={classes.select}
          label={catalogue.sort}
          value={filters.sort}
          data={options(
            catalogueSorts.filter((sort) => sort !== 'relevance' || filters.text.trim() !== ''),
            catalogue.sorts,
          )}
          onChange={(event) => onChange({ sort: event.currentTarget.value as CatalogueFilters['sort'] })}
        />
      </div>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={catalogue.type}
          value={filters.runsWith === '' ? filters.type : 'dataset'}
          disabled={filters.runsWith !== ''}
          data={options(catalogueTypes, catalogue.types)}
          onChange={(type) => onChange({ type: type as CatalogueFilters['type'] })}
        />
        <NativeSelect
          className={classes.select}
          label={catalogue.price}
          value={filters.price}
          data={options(cataloguePrices, catalogue.prices)}
          onChange={(event) => onChange({ price: event.currentTarget.value as CatalogueFilters['price'] })}
        />
        <NativeSelect
          className={classes.select}
          label={catalogue.state}
          value={filters.state}
          data={options(catalogueStates, catalogue.states)}
          onChange={(event) => onChange({ state: event.currentTarget.value as CatalogueFilters['state'] })}
        />
        {algorithms.length > 0 || filters.runsWith !== '' ? (
          <NativeSelect
            className={classes.select}
            label={catalogue.runsWith}
            value={filters.runsWith}
            data={[{ value: '', label: catalogue.runsWithAny }, ...algorithms, ...(listed ? [] : [present])]}
            onChange={(event) => onChange({ runsWith: event.currentTarget.value })}
          />
        ) : null}
        {address !== undefined || filters.mine ? (
          <div className={classes.mine}>
            <Switch
              label={catalogue.mine}
              checked={filters.mine}
              onChange={(event) =>
                onChange({ mine: event.currentTarget.checked, state: event.currentTarget.checked ? 'all' : 'listed' })
              }
            />
          </div>
        ) : null}
      </div>
    </search>
  )
}
