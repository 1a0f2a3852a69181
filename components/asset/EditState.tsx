'use client'
import { Radio, Stack } from '@mantine/core'
import type { Address } from 'viem'
import * as z from 'zod/mini'
import { Badge } from '@/components/ui/Badge'
import { useNetwork } from '@/hooks/useNetwork'
import { buildStateCode } from '@/lib/code/buildStateCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type AssetState, planSetAssetState, setAssetState } from '@/lib/ocean'
import { SaveChanges } from './SaveChanges'
import { useAssetEdit } from './useAssetEdit'

const states: readonly AssetState[] = [0, 5, 4, 1, 2, 3]
const schema = z.union(states.map((state) => z.literal(state)))

type EditStateProps = { did: string; dataNft: Address; present: AssetState }

/** The state of an asset, with what each one means for others. */
export function EditState({ did, dataNft, present }: EditStateProps) {
  const { edit: words, states: names } = useMessages().asset
  const network = useNetwork()
  const { edit, restored, change, discard } = useAssetEdit<AssetState>(did, 'state', schema)
  const state = edit ?? present
  const input = { did, dataNft, state }
  return (
    <SaveChanges
      name="setAssetState"
      input={input}
      start={(client, options) => setAssetState(client, { ...input, ...options })}
      plan={(client) => planSetAssetState(client, input)}
      action={words.saveState}
      changed={state !== present}
      good
      restored={restored}
      code={buildStateCode({ network, ...input })}
      onDiscard={discard}
    >
      <Radio.Group
        label={words.state}
        description={words.stateLead}
        value={String(state)}
        onChange={(value) => change(states.find((entry) => String(entry) === value) ?? present)}
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
    </SaveChanges>
  )
}
