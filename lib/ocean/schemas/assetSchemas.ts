import { z } from 'zod/mini'
import type { Asset } from '../types/asset'
import { addressTextSchema, hexSchema } from './primitives'

const text = z.string()
const texts = z.array(z.string())

const consumerParameterSchema = z.looseObject({
  name: text,
  type: z.enum(['text', 'number', 'boolean', 'select']),
  label: text,
  required: z.boolean(),
  description: text,
  default: text,
  options: z.optional(text),
})

const algorithmSchema = z.looseObject({
  language: z.optional(text),
  version: z.optional(text),
  format: z.optional(text),
  container: z.looseObject({ entrypoint: text, image: text, tag: text, checksum: text }),
  consumerParameters: z.optional(z.array(consumerParameterSchema)),
})

const metadataSchema = z.looseObject({
  created: z.optional(text),
  updated: z.optional(text),
  description: text,
  name: text,
  type: z.enum(['dataset', 'algorithm']),
  author: text,
  license: text,
  tags: z.optional(texts),
  categories: z.optional(texts),
  links: z.optional(texts),
  copyrightHolder: z.optional(text),
  contentLanguage: z.optional(text),
  additionalInformation: z.optional(z.unknown()),
  algorithm: z.optional(algorithmSchema),
})

const computeSchema = z.looseObject({
  allowRawAlgorithm: z.boolean(),
  allowNetworkAccess: z.boolean(),
  publisherTrustedAlgorithms: z.array(
    z.looseObject({ did: text, filesChecksum: text, containerSectionChecksum: text }),
  ),
  publisherTrustedAlgorithmPublishers: texts,
})

const serviceSchema = z.looseObject({
  id: text,
  type: z.enum(['access', 'compute']),
  files: hexSchema,
  datatokenAddress: addressTextSchema,
  serviceEndpoint: text,
  timeout: z.number(),
  name: z.optional(text),
  description: z.optional(text),
  compute: z.optional(computeSchema),
  consumerParameters: z.optional(z.array(consumerParameterSchema)),
  additionalInformation: z.optional(z.unknown()),
})

const rulesSchema = z.array(z.looseObject({ type: text, values: texts }))

const ddoShape = {
  '@context': texts,
  id: z.string().check(z.startsWith('did:op:')),
  version: text,
  chainId: z.number(),
  nftAddress: addressTextSchema,
  metadata: metadataSchema,
  services: z.array(serviceSchema),
  credentials: z.optional(z.looseObject({ allow: z.optional(rulesSchema), deny: z.optional(rulesSchema) })),
}

/** What the metadata cache serves; nothing is stripped or rewritten. */
export const assetSchema = z.looseObject({
  ...ddoShape,
  nft: z.looseObject({
    address: addressTextSchema,
    name: text,
    symbol: text,
    state: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    tokenURI: z.optional(z.nullable(text)),
    owner: addressTextSchema,
    created: z.optional(text),
  }),
  datatokens: z.array(z.looseObject({ address: addressTextSchema, name: text, symbol: text, serviceId: text })),
  event: z.looseObject({ tx: hexSchema, block: z.number(), from: text, contract: text, datetime: text }),
  stats: z._default(
    z.looseObject({
      orders: z.optional(z.number()),
      allocated: z.optional(z.number()),
      price: z.optional(z.looseObject({})),
    }),
    {},
  ),
  purgatory: z._default(z.looseObject({ state: z.boolean(), reason: z.optional(text) }), { state: false }),
}) as unknown as z.ZodMiniType<Asset>

/** A withdrawn asset keeps only what the chain says. */
export const withdrawnAssetSchema = z.looseObject({
  nft: z.looseObject({ state: z.union([z.literal(2), z.literal(3)]), address: z.optional(z.unknown()) }),
})
