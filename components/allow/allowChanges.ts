import type { AllowAlgorithmDraft } from '@/lib/ocean'

/** What an owner has marked and not saved yet. */
export type AllowChanges = {
  add: readonly string[]
  remove: readonly string[]
  /** On the list already, to be pinned to their present content. */
  repair: readonly string[]
  addPublishers: readonly `0x${string}`[]
  removePublishers: readonly `0x${string}`[]
}

export const noChanges: AllowChanges = { add: [], remove: [], repair: [], addPublishers: [], removePublishers: [] }

/** Puts a value into a list, or takes it out when it is there. */
export function toggle<value extends string>(list: readonly value[], value: value): value[] {
  return list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value]
}

export function countChanges(changes: AllowChanges): number {
  return Object.values(changes).reduce((sum, list) => sum + list.length, 0)
}

/** The changes as the flow takes them: an addition of what is listed already pins it anew. */
export function toAllowDraft(did: string, changes: AllowChanges): AllowAlgorithmDraft {
  const add = [...changes.add, ...changes.repair].map((entry) => ({ did: entry }))
  return {
    did,
    ...(add.length > 0 ? { add } : {}),
    ...(changes.remove.length > 0 ? { remove: [...changes.remove] } : {}),
    ...(changes.addPublishers.length > 0 ? { addPublishers: [...changes.addPublishers] } : {}),
    ...(changes.removePublishers.length > 0 ? { removePublishers: [...changes.removePublishers] } : {}),
  }
}
