'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as z from 'zod/mini'
import { editStore } from './editStore'

export type UseEditReturnType<T> = {
  /** What was changed and not saved; `undefined` when nothing is. */
  edit: T | undefined
  /** It was there when the page was loaded. */
  restored: boolean
  change(edit: T): void
  discard(): void
}

/** An unsaved form, kept in this browser with every change. What no longer fits the schema is forgotten. */
export function useEdit<T>(key: string, schema: z.ZodMiniType<T>): UseEditReturnType<T> {
  const stored = useSyncExternalStore(
    useCallback((listener) => editStore.subscribe(key, listener), [key]),
    () => editStore.getSnapshot(key),
    editStore.getServerSnapshot,
  )
  const parsed = useMemo(() => schema.safeParse(stored.value), [schema, stored])
  const edit = parsed.success ? parsed.data : undefined
  const change = useCallback((next: T) => editStore.set(key, next), [key])
  const discard = useCallback(() => editStore.set(key, undefined), [key])
  return { edit, restored: stored.restored && edit !== undefined, change, discard }
}
