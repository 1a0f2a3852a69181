'use client'
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { Badge } from '@/components/ui/Badge'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, type AssetState, planSetAssetState, setAssetState } from '@/lib/ocean'
import { SaveChanges } from './SaveChanges'

const states: readonly AssetState[] = [0, 5, 4, 1, 2, 3]

/** The state of an asset, with what each one means for others. */
export function EditState({ asset }: { asset: Asset }) {
  const { edit: words, states: names } = useMessages().asset
  const present = asset.nft.state
  const [state, setState] = useState<AssetState>(present)
  const input = { did: asset.id, dataNft: asset.nftAddress, state }
  return (
    <Stack gap="sm">
      <Radio.Group
        label={words.state}
        description={words.stateLead}
        value={String(state)}
        onChange={(value) => setState(states.find((entry) => String(entry) === value) ?? present)}
      >
        <Stack gap="xs" mt="xs">
          {states.map((entry) => (
            <Radio
              key={entry}
              value={String(entry)}
              label={
                <>
                  {names[entry]?.name} {entry === present ? <Badge>{words.present}</Badge> : null}
                </>
              }
              description={names[entry]?.meaning}
            />
          ))}
        </Stack>
      </Radio.Group>
      <SaveChanges
        name="setAssetState"
        input={input}
        start={(client, options) => setAssetState(client, { ...input, ...options })}
        plan={(client) => planSetAssetState(client, input)}
        action={words.saveState}
        ready={state !== present}
      />
    </Stack>
  )
}
