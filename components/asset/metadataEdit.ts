import * as z from 'zod/mini'
import { checkContainer } from '@/components/publish/model/checkContainer'
import { checkList } from '@/components/publish/model/checkList'
import { checkText } from '@/components/publish/model/checkText'
import { checkUrl } from '@/components/publish/model/checkUrl'
import type { Problem } from '@/components/publish/model/problems'
import type { Asset, AssetChanges } from '@/lib/ocean'

const text = z.optional(z.string())

/** What the owner has typed; what is left out stays as it is. */
export const metadataEditSchema = z.object({
  name: text,
  description: text,
  author: text,
  license: text,
  tags: z.optional(z.array(z.string())),
  links: z.optional(z.array(z.string())),
  image: text,
  tag: text,
  entrypoint: text,
  checksum: text,
})

export type MetadataEdit = z.infer<typeof metadataEditSchema>
export type MetadataFields = { [key in keyof Required<MetadataEdit>]: NonNullable<MetadataEdit[key]> }

/** The fields as they are now, with what was typed over them. */
export function toMetadataFields({ metadata }: Pick<Asset, 'metadata'>, edit: MetadataEdit = {}): MetadataFields {
  const { name, description, author, license, tags = [], links = [], algorithm } = metadata
  const { image = '', tag = '', entrypoint = '', checksum = '' } = algorithm?.container ?? {}
  const typed = Object.fromEntries(
    Object.entries(edit).filter(([, value]) => value !== undefined),
  ) as Partial<MetadataFields>
  return { ...{ name, description, author, license, tags, links, image, tag, entrypoint, checksum }, ...typed }
}

/** What there is to save: the fields that differ from what holds now. */
export function toMetadataChanges(
  asset: Pick<Asset, 'metadata'>,
  edit: MetadataEdit | undefined,
): NonNullable<AssetChanges['metadata']> {
  const before = toMetadataFields(asset)
  const fields = trim(toMetadataFields(asset, edit))
  const differs = (key: keyof MetadataFields) => JSON.stringify(fields[key]) !== JSON.stringify(before[key])
  const plain = (['name', 'description', 'author', 'license', 'tags', 'links'] as const).filter(differs)
  const { algorithm } = asset.metadata
  const { image, tag, entrypoint, checksum } = fields
  return {
    ...Object.fromEntries(plain.map((key) => [key, fields[key]])),
    ...(algorithm && (['image', 'tag', 'entrypoint', 'checksum'] as const).some(differs)
      ? { algorithm: { ...algorithm, container: { ...algorithm.container, image, tag, entrypoint, checksum } } }
      : {}),
  }
}

/** What is wrong with what was typed. What was published otherwise and is not touched is left alone. */
export function checkMetadata(
  asset: Pick<Asset, 'metadata'>,
  { edit = {}, local }: { edit: MetadataEdit | undefined; local: boolean },
): Partial<Record<keyof MetadataFields, Problem>> {
  const fields = toMetadataFields(asset, edit)
  const container = { preset: 'own', ...fields }
  const found: Partial<Record<keyof MetadataFields, Problem | undefined>> = {
    name: checkText(fields.name, { most: 150 }),
    description: checkText(fields.description, { most: 20_000 }),
    author: checkText(fields.author, { most: 100 }),
    license: checkText(fields.license, { most: 200 }),
    tags: checkList(fields.tags, { most: 30, longest: 50 }),
    links: checkList(fields.links, { most: 20, check: (link) => checkUrl(link, { open: !local }) }),
    ...(asset.metadata.algorithm ? checkContainer(container) : {}),
  }
  return Object.fromEntries(
    Object.entries(found).filter(
      ([key, problem]) => problem !== undefined && edit[key as keyof MetadataFields] !== undefined,
    ),
  )
}

function trim(fields: MetadataFields): MetadataFields {
  const entries = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.trim() : value.map((entry) => entry.trim()),
  ])
  return Object.fromEntries(entries) as MetadataFields
}
