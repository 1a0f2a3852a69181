import * as z from 'zod/mini'
import type { ComputeDraft } from '@/lib/ocean'
import { isSecretName } from './isSecretName'

/** What a job was told when it was started, as far as a form can say it again. */
export type StartedJob = {
  environmentId: string
  /** Seconds; absent when what the environment needs was paid for. */
  duration?: number | undefined
  userdata?: ParameterValues | undefined
  algocustomdata?: ParameterValues | undefined
}
export type ParameterValues = Readonly<Record<string, string | number | boolean>>

const prefix = 'oc:started:'
const limit = 300
const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const entrySchema = z.object({
  savedAt: z.number(),
  job: z.object({
    environmentId: z.string(),
    duration: z.optional(z.number()),
    userdata: z.optional(valuesSchema),
    algocustomdata: z.optional(valuesSchema),
  }),
})

/**
 * What jobs were started with, in `localStorage`: no service of this protocol tells the parameters of a job afterwards. At
 * most 300, oldest dropped first; what may be secret is left out.
 */
export const startedJobs = {
  remember(jobId: string, draft: ComputeDraft): void {
    const [dataset] = draft.datasets
    const job: StartedJob = {
      environmentId: draft.environmentId,
      duration: draft.duration,
      userdata: withoutSecrets(dataset?.userdata),
      algocustomdata: draft.algorithm.meta ? undefined : withoutSecrets(draft.algorithm.algocustomdata),
    }
    try {
      localStorage.setItem(`${prefix}${jobId}`, JSON.stringify({ savedAt: Date.now(), job }))
      const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
      if (names.length > limit) {
        names.sort((a, b) => (read(b)?.savedAt ?? 0) - (read(a)?.savedAt ?? 0))
        for (const name of names.slice(limit)) localStorage.removeItem(name)
      }
    } catch {
      // A full or forbidden storage is no reason to make anything of a job that has been started.
    }
  },
  recall(jobId: string): StartedJob | undefined {
    return read(`${prefix}${jobId}`)?.job
  },
}

const withoutSecrets = (values: ParameterValues | undefined) =>
  values && Object.fromEntries(Object.entries(values).filter(([name]) => !isSecretName(name)))

function read(name: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(localStorage.getItem(name) ?? 'null'))
  } catch {
    return undefined
  }
}
