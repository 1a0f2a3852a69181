import { editStorage } from './editStorage'

export type Edit = {
  value: unknown
  /** Typed before the page was loaded. */
  restored: boolean
}

const none: Edit = { value: undefined, restored: false }
const edits = new Map<string, Edit>()
const listeners = new Map<string, Set<() => void>>()

/** Unsaved forms of this page: they outlive the component that shows them, and a reload. */
export const editStore = {
  getServerSnapshot: (): Edit => none,
  getSnapshot(key: string): Edit {
    const known = edits.get(key)
    if (known) return known
    const value = editStorage.load(key)
    const edit = value === undefined ? none : { value, restored: true }
    edits.set(key, edit)
    return edit
  },
  subscribe(key: string, listener: () => void): () => void {
    const all = listeners.get(key) ?? new Set()
    listeners.set(key, all.add(listener))
    return () => all.delete(listener)
  },
  /** `undefined` forgets it. */
  set(key: string, value: unknown): void {
    edits.set(key, value === undefined ? none : { value, restored: false })
    if (value === undefined) editStorage.remove(key)
    else editStorage.save(key, value)
    for (const listener of listeners.get(key) ?? []) listener()
  },
}
