import { z } from 'zod'

const text = z.string()

const serviceSchema = z.looseObject({
  id: text,
  type: text,
  datatokenAddress: text,
  serviceEndpoint: text,
  files: text,
  timeout: z.number(),
  compute: z
    .looseObject({
      allowRawAlgorithm: z.unknown().optional(),
      publisherTrustedAlgorithms: z.array(z.looseObject({})).nullish(),
      publisherTrustedAlgorithmPublishers: z.array(text).nullish(),
    })
    .nullish(),
})

const credentialsSchema = z.array(z.looseObject({ type: text, values: z.array(z.unknown()) })).nullish()

const containerSchema = z.looseObject({
  entrypoint: text.optional(),
  image: text.optional(),
  tag: text.optional(),
  checksum: text.optional(),
})

/** What the Provider reads of an asset. All of it may be missing: a disabled asset keeps hardly anything. */
export const assetSchema = z.looseObject({
  id: text.optional(),
  version: text.optional(),
  chainId: z.number().optional(),
  nftAddress: text.optional(),
  metadata: z
    .looseObject({
      type: text.optional(),
      algorithm: z.looseObject({ container: containerSchema.optional() }).nullish(),
    })
    .optional(),
  credentials: z.looseObject({ allow: credentialsSchema, deny: credentialsSchema }).nullish(),
  services: z.array(serviceSchema).optional(),
  nft: z.looseObject({ address: text.optional(), owner: text.optional(), state: z.number().optional() }).optional(),
})

export type Asset = z.infer<typeof assetSchema>
export type Service = z.infer<typeof serviceSchema>
