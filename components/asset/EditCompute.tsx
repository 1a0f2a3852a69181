'use client'
import { NativeSelect, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { LinkButton } from '@/components/ui/LinkButton'
import { getComputeService } from '@/lib/asset/getComputeService'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, planUpdateAsset, updateAsset } from '@/lib/ocean'
import { routes } from '@/lib/routes'
import { SaveChanges } from './SaveChanges'

/** What may run besides published algorithms, and how long an order lasts. */
export function EditCompute({ asset }: { asset: Asset }) {
  const { asset: all, common } = useMessages()
  const words = all.edit
  const service = getComputeService(asset)
  const before = {
    allowRawAlgorithm: service?.compute?.allowRawAlgorithm ?? false,
    allowNetworkAccess: service?.compute?.allowNetworkAccess ?? false,
  }
  const [raw, setRaw] = useState(before.allowRawAlgorithm)
  const [network, setNetwork] = useState(before.allowNetworkAccess)
  const [timeout, setTimeout] = useState(service?.timeout ?? 0)
  if (service === undefined) return null
  const changed =
    raw !== before.allowRawAlgorithm || network !== before.allowNetworkAccess || timeout !== service.timeout
  const choices = [...new Set([...Object.keys(words.timeouts), String(service.timeout)])]
  const input = {
    did: asset.id,
    changes: {
      services: [{ id: service.id, timeout, compute: { allowRawAlgorithm: raw, allowNetworkAccess: network } }],
    },
  }
  return (
    <Stack gap="sm">
      <Switch
        label={words.allowRaw}
        description={words.allowRawHint}
        checked={raw}
        onChange={(event) => setRaw(event.currentTarget.checked)}
      />
      <Switch
        label={words.allowNetwork}
        description={words.allowNetworkHint}
        checked={network}
        onChange={(event) => setNetwork(event.currentTarget.checked)}
      />
      <NativeSelect
        label={words.timeout}
        value={String(timeout)}
        data={choices.map((value) => ({ value, label: words.timeouts[value] ?? common.duration(Number(value)) }))}
        onChange={(event) => setTimeout(Number(event.currentTarget.value))}
      />
      <div>
        <LinkButton variant="default" size="sm" href={routes.allow({ dataset: asset.id })}>
          {words.allow}
        </LinkButton>
      </div>
      <SaveChanges
        name="updateAsset"
        input={input}
        start={(client, options) => updateAsset(client, { ...input, ...options })}
        plan={(client) => planUpdateAsset(client, input)}
        action={words.saveMetadata}
        ready={changed}
      />
    </Stack>
  )
}
