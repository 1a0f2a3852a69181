'use client'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useEdit } from '@/hooks/useEdit'
import { useNetwork } from '@/hooks/useNetwork'
import { isSecretName } from '@/lib/compute/isSecretName'

const textsSchema = z.record(z.string(), z.string())
const schema = z.object({
  /** What the choice began with: a link or an earlier job. With another beginning it counts no more. */
  start: z.string(),
  environment: z.optional(z.string()),
  /** Seconds; `null` is what the environment needs. */
  duration: z.optional(z.nullable(z.number())),
  /** What was typed, by asset and name of the parameter. */
  texts: z.record(z.string(), textsSchema),
})

type Choice = z.infer<typeof schema>
type Texts = Record<string, string>

/** Assets whose parameters are remembered for one dataset. */
const mostAssets = 6

/**
 * What was chosen and typed for a job that is not started yet. It survives a reload in this browser, except for what may be
 * secret, which is forgotten with the page.
 */
export function useLaunchEdit({ did, start }: { did: string | undefined; start: string }) {
  const { chainId } = useNetwork()
  const stored = useEdit(`launch ${chainId} ${did}`, schema)
  const [secrets, setSecrets] = useState<Record<string, Texts>>({})
  const edit: Choice = stored.edit?.start === start ? stored.edit : { start, texts: {} }
  const changed = edit === stored.edit || Object.keys(secrets).length > 0
  const change = (next: Partial<Choice>) => stored.change({ ...edit, ...next, start })
  return {
    ...{ environment: edit.environment, duration: edit.duration, changed, restored: changed && stored.restored },
    setEnvironment: (environment: string) => change({ environment, duration: undefined }),
    setDuration: (seconds: number | undefined) => change({ duration: seconds ?? null }),
    textsOf: (asset: string | undefined): Texts => ({ ...edit.texts[asset ?? ''], ...secrets[asset ?? ''] }),
    type(asset: string, { name, text }: { name: string; text: string }) {
      if (isSecretName(name)) {
        setSecrets({ ...secrets, [asset]: { ...secrets[asset], [name]: text } })
        return
      }
      const { [asset]: typed, ...others } = edit.texts
      const kept = Object.entries(others).slice(1 - mostAssets)
      change({ texts: { ...Object.fromEntries(kept), [asset]: { ...typed, [name]: text } } })
    },
    discard() {
      setSecrets({})
      stored.discard()
    },
  }
}
