'use client'
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Address } from 'viem'
import { Badge } from '@/components/ui/Badge'
import { useMessages } from '@/lib/messages/useMessages'
import { type AssetState, planSetAssetState, setAssetState } from '@/lib/ocean'
import { SaveChanges } from './SaveChanges'

const states: readonly AssetState[] = [0, 5, 4, 1, 2, 3]

type EditStateProps = { did: string; dataNft: Address; present: AssetState }

/** The state of an asset, with what each one means for others. */
export function EditState({ did, dataNft, present }: EditStateProps) {
  const { edit: words, states: names } = useMessages().asset
  const [state, setState] = useState<AssetState>(present)
  const input = { did, dataNft, state }
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
