import * as z from 'zod/mini'
import { type Checkpoint, checkpointSchema } from '@/lib/ocean'

const prefix = 'oc:flow:'
const limit = 40

const entrySchema = z.object({ savedAt: z.number(), checkpoint: checkpointSchema })

/** Checkpoints of unfinished flows in `localStorage`, at most 40, oldest dropped first. */
export const checkpointStorage = {
  load(key: string): Checkpoint | undefined {
    return read(`${prefix}${key}`)?.checkpoint as Checkpoint | undefined
  },
  save(key: string, checkpoint: Checkpoint): void {
    try {
      localStorage.setItem(`${prefix}${key}`, JSON.stringify({ savedAt: Date.now(), checkpoint }))
      prune()
    } catch {
      // A full or forbidden storage must not stop a flow: the chain still knows what was sent.
    }
  },
  remove(key: string): void {
    localStorage.removeItem(`${prefix}${key}`)
  },
  /** Keys of everything unfinished that begin with `start`. */
  list(start: string): string[] {
    return names()
      .filter((name) => name.startsWith(`${prefix}${start}`))
      .map((name) => name.slice(prefix.length))
  },
}

function names(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
}

function read(name: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(localStorage.getItem(name) ?? 'null'))
  } catch {
    return undefined
  }
}

function prune(): void {
  const byAge = names().sort((a, b) => (read(b)?.savedAt ?? 0) - (read(a)?.savedAt ?? 0))
  for (const name of byAge.slice(limit)) localStorage.removeItem(name)
}
