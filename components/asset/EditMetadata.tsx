'use client'
import { TagsInput, TextInput } from '@mantine/core'
import { useSay } from '@/components/publish/useSay'
import { Notice } from '@/components/ui/Notice'
import { useNetwork } from '@/hooks/useNetwork'
import { buildUpdateCode } from '@/lib/code/buildUpdateCode'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, planUpdateAsset, updateAsset } from '@/lib/ocean'
import { DescriptionField } from './DescriptionField'
import {
  checkMetadata,
  type MetadataEdit,
  metadataEditSchema,
  toMetadataChanges,
  toMetadataFields,
} from './metadataEdit'
import { SaveChanges } from './SaveChanges'
import { useAssetEdit } from './useAssetEdit'

/** Name, description and the like; for an algorithm its container too. */
export function EditMetadata({ asset }: { asset: Asset }) {
  const { edit: words } = useMessages().asset
  const network = useNetwork()
  const say = useSay()
  const { edit, restored, change, discard } = useAssetEdit<MetadataEdit>(asset.id, 'metadata', metadataEditSchema)
  const fields = toMetadataFields(asset, edit)
  const changes = toMetadataChanges(asset, edit)
  const problems = checkMetadata(asset, { edit, local: network.isLocal })
  const input = { did: asset.id, changes: { metadata: changes } }
  const set = (next: MetadataEdit) => change({ ...edit, ...next })
  const field = (key: 'name' | 'author' | 'license' | 'image' | 'tag' | 'entrypoint' | 'checksum') => (
    <TextInput
      label={words[key]}
      required
      value={fields[key]}
      error={say(problems[key])}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  )
  return (
    <SaveChanges
      name="updateAsset"
      input={input}
      start={(client, options) => updateAsset(client, { ...input, ...options })}
      plan={(client) => planUpdateAsset(client, input)}
      action={words.saveMetadata}
      changed={Object.keys(changes).length > 0 || Object.keys(problems).length > 0}
      good={Object.keys(problems).length === 0}
      restored={restored}
      code={buildUpdateCode({ network, asset, changes: input.changes })}
      onDiscard={discard}
    >
      {field('name')}
      <DescriptionField
        required
        value={fields.description}
        error={say(problems.description)}
        onChange={(description) => set({ description })}
      />
      {field('author')}
      {field('license')}
      <TagsInput
        label={words.tags}
        description={words.tagsHint}
        value={fields.tags}
        error={say(problems.tags)}
        onChange={(tags) => set({ tags })}
      />
      <TagsInput
        label={words.links}
        description={words.linksHint}
        value={fields.links}
        error={say(problems.links)}
        onChange={(links) => set({ links })}
      />
      {asset.metadata.algorithm ? (
        <>
          {field('image')}
          {field('tag')}
          {field('entrypoint')}
          {field('checksum')}
          {changes.algorithm ? <Notice tone="warn" title={words.containerDrift} /> : null}
        </>
      ) : null}
    </SaveChanges>
  )
}
