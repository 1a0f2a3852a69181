import * as z from 'zod/mini'
import { emptyPublishForm, type PublishForm } from './form'

const key = 'oc:draft:publish'

const strings = z.array(z.string())
const fileSchema = z.looseObject({
  type: z.enum(['url', 'ipfs', 'arweave', 'graphql', 'smartcontract']),
  location: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
})
const assetSchema = z.looseObject({
  name: z.string(),
  description: z.string(),
  tags: strings,
  links: strings,
  allow: strings,
  deny: strings,
  timeout: z.number(),
  parameters: z.array(z.looseObject({ name: z.string() })),
  file: fileSchema,
  services: z.optional(
    z.array(
      z.object({
        type: z.enum(['access', 'compute']),
        name: z.string(),
        file: z.optional(fileSchema),
        timeout: z.optional(z.number()),
      }),
    ),
  ),
  pricing: z.looseObject({ type: z.enum(['none', 'free', 'fixed']) }),
  compute: z.looseObject({ trustedAlgorithms: strings, trustedPublishers: strings }),
  container: z.looseObject({ preset: z.string() }),
})
const schema = z.looseObject({
  what: z.enum(['dataset', 'algorithm', 'both']),
  dataset: assetSchema,
  algorithm: assetSchema,
  oneTransaction: z.optional(z.literal(true)),
  published: z.looseObject({}),
})

/** The one draft of this browser. What cannot be read any more is forgotten. */
export const draftStorage = {
  load(): PublishForm | undefined {
    try {
      const parsed = z.safeParse(schema, JSON.parse(localStorage.getItem(key) ?? 'null'))
      if (!parsed.success) return undefined
      const stored = parsed.data as unknown as PublishForm
      const empty = emptyPublishForm()
      return {
        ...stored,
        dataset: { ...empty.dataset, ...stored.dataset, type: 'dataset' },
        algorithm: { ...empty.algorithm, ...stored.algorithm, type: 'algorithm' },
      }
    } catch {
      return undefined
    }
  },
  save(form: PublishForm): void {
    try {
      localStorage.setItem(key, JSON.stringify(form))
    } catch {
      // A full or forbidden storage costs the safety of a reload, not the form.
    }
  },
  discard(): void {
    localStorage.removeItem(key)
  },
}
