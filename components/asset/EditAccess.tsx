'use client'
import * as z from 'zod/mini'
import { AddressList } from '@/components/publish/AddressList'
import { checkAccess } from '@/components/publish/model/checkAccess'
import { useNetwork } from '@/hooks/useNetwork'
import { buildUpdateCode } from '@/lib/code/buildUpdateCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, planUpdateAsset, updateAsset } from '@/lib/ocean'
import { type AccessEdit, toAccess, toAccessChanges } from './accessEdit'
import { SaveChanges } from './SaveChanges'
import { useAssetEdit } from './useAssetEdit'

const schema = z.object({ allow: z.optional(z.array(z.string())), deny: z.optional(z.array(z.string())) })

/** Which accounts alone may use an asset, and which may not. */
export function EditAccess({ asset }: { asset: Asset }) {
  const { publish, asset: all } = useMessages()
  const network = useNetwork()
  const { edit, restored, change, discard } = useAssetEdit<AccessEdit>(asset.id, 'access', schema)
  const lists = { ...toAccess(asset), ...edit }
  const problems = checkAccess(lists)
  const good = Object.keys(problems).length === 0
  const credentials = toAccessChanges(asset, lists)
  const input = { did: asset.id, changes: { ...(credentials && good ? { credentials } : {}) } }
  return (
    <SaveChanges
      name="updateAsset"
      input={input}
      start={(client, options) => updateAsset(client, { ...input, ...options })}
      plan={(client) => planUpdateAsset(client, input)}
      action={all.edit.saveMetadata}
      changed={credentials !== undefined}
      good={good}
      restored={restored}
      code={buildUpdateCode({ network, asset, changes: input.changes })}
      onDiscard={discard}
    >
      <AddressList
        label={publish.access.allow}
        hint={publish.access.allowHint}
        value={lists.allow}
        problem={problems.allow}
        onChange={(allow) => change({ ...edit, allow })}
      />
      <AddressList
        label={publish.access.deny}
        hint={publish.access.denyHint}
        value={lists.deny}
        problem={problems.deny}
        onChange={(deny) => change({ ...edit, deny })}
      />
    </SaveChanges>
  )
}
