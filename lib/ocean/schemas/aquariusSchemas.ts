import type { Hex } from 'viem'
import { z } from 'zod/mini'
import { addressSchema, hexSchema } from './primitives'

const oneOrList = z.pipe(
  z.union([hexSchema, z.array(hexSchema)]),
  z.transform((value): Hex | undefined => (Array.isArray(value) ? value[0] : value)),
)

/** `POST ddo/validate`; `r` and `s` are lists of one on the wire. */
export const proofSchema = z.object({
  hash: hexSchema,
  publicKey: addressSchema,
  r: oneOrList,
  s: oneOrList,
  v: z.number(),
})

/** `POST query`. */
export const searchSchema = z.looseObject({
  hits: z.looseObject({
    total: z.union([z.number(), z.looseObject({ value: z.number() })]),
    hits: z.array(z.looseObject({ _id: z.optional(z.string()), _source: z.unknown() })),
  }),
  aggregations: z.optional(z.record(z.string(), z.unknown())),
})

export const namesSchema = z.record(z.string(), z.string())

export const chainStatusSchema = z.looseObject({ last_block: z.number() })
