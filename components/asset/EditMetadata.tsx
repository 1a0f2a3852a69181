'use client'
import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import { type Asset, type AssetChanges, planUpdateAsset, updateAsset } from '@/lib/ocean'
import { Markdown } from './Markdown'
import { SaveChanges } from './SaveChanges'

type Fields = Record<
  'name' | 'description' | 'author' | 'license' | 'tags' | 'image' | 'tag' | 'entrypoint' | 'checksum',
  string
>

function toFields({ metadata }: Asset): Fields {
  const { name, description, author, license, tags = [], algorithm } = metadata
  const { image = '', tag = '', entrypoint = '', checksum = '' } = algorithm?.container ?? {}
  return { name, description, author, license, tags: tags.join(', '), image, tag, entrypoint, checksum }
}

function toChanges({ metadata }: Asset, fields: Fields, before: Fields): NonNullable<AssetChanges['metadata']> {
  const changed = (key: keyof Fields) => fields[key].trim() !== before[key]
  const { image, tag, entrypoint, checksum } = fields
  const container = (['image', 'tag', 'entrypoint', 'checksum'] as const).some(changed)
  return {
    ...(changed('name') ? { name: fields.name.trim() } : {}),
    ...(changed('description') ? { description: fields.description.trim() } : {}),
    ...(changed('author') ? { author: fields.author.trim() } : {}),
    ...(changed('license') ? { license: fields.license.trim() } : {}),
    ...(changed('tags') ? { tags: fields.tags.split(',').flatMap((entry) => entry.trim() || []) } : {}),
    ...(container && metadata.algorithm
      ? {
          algorithm: {
            ...metadata.algorithm,
            container: {
              image: image.trim(),
              tag: tag.trim(),
              entrypoint: entrypoint.trim(),
              checksum: checksum.trim(),
            },
          },
        }
      : {}),
  }
}

/** Name, description and the like; for an algorithm its container too. */
export function EditMetadata({ asset }: { asset: Asset }) {
  const { edit: words } = useMessages().asset
  const [before] = useState(() => toFields(asset))
  const [fields, setFields] = useState(before)
  const [view, setView] = useState('text')
  const changes = toChanges(asset, fields, before)
  const container = asset.metadata.algorithm?.container
  const errors = {
    name: fields.name.trim() === '' ? words.nameRequired : undefined,
    author: fields.author.trim() === '' ? words.authorRequired : undefined,
    license: fields.license.trim() === '' ? words.licenseRequired : undefined,
    checksum: container && !/^sha256:[0-9a-f]{64}$/.test(fields.checksum.trim()) ? words.checksumInvalid : undefined,
  }
  const good = Object.values(errors).every((error) => error === undefined)
  const field = (key: keyof Fields, label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      value={fields[key]}
      error={key in errors ? errors[key as keyof typeof errors] : undefined}
      onChange={(event) => setFields({ ...fields, [key]: event.currentTarget.value })}
    />
  )
  const input = { did: asset.id, changes: { metadata: changes } }
  return (
    <Stack gap="sm">
      {field('name', words.name)}
      <SegmentedControl
        size="xs"
        aria-label={words.description}
        value={view}
        onChange={setView}
        data={[
          { value: 'text', label: words.description },
          { value: 'preview', label: words.preview },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {view === 'text' ? (
        <Textarea
          label={words.description}
          description={words.descriptionHint}
          rows={6}
          value={fields.description}
          onChange={(event) => setFields({ ...fields, description: event.currentTarget.value })}
        />
      ) : (
        <Markdown text={fields.description} />
      )}
      {field('author', words.author)}
      {field('license', words.license)}
      {field('tags', words.tags, words.tagsHint)}
      {container ? (
        <>
          {field('image', words.image)}
          {field('tag', words.tag)}
          {field('entrypoint', words.entrypoint)}
          {field('checksum', words.checksum)}
          {changes.algorithm ? <Notice tone="warn" title={words.containerDrift} /> : null}
        </>
      ) : null}
      <SaveChanges
        name="updateAsset"
        input={input}
        start={(client, options) => updateAsset(client, { ...input, ...options })}
        plan={(client) => planUpdateAsset(client, input)}
        action={words.saveMetadata}
        ready={good && Object.keys(changes).length > 0}
      />
    </Stack>
  )
}
