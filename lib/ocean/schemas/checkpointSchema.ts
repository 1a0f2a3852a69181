import { z } from 'zod/mini'
import type { Checkpoint } from '../types/flow'
import { hexSchema } from './primitives'

/** A stored checkpoint, read back. */
export const checkpointSchema = z.object({
  version: z.literal(1),
  steps: z.record(
    z.string(),
    z.object({
      hash: z.optional(hexSchema),
      nonce: z.optional(z.number()),
      call: z.optional(hexSchema),
      batch: z.optional(z.string()),
      value: z.optional(z.json()),
      done: z.optional(z.literal(true)),
    }),
  ),
}) as unknown as z.ZodMiniType<Checkpoint>
