import { isAddress } from 'viem'
import * as z from 'zod/mini'
import { sameAddress } from '@/lib/asset/sameAddress'
import type { Trust } from '@/lib/compute/findTrust'
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

const dids = z.array(z.string().check(z.regex(/^did:op:[0-9a-f]{64}$/)))
const addresses = z.array(z.custom<`0x${string}`>((value) => isAddress(String(value), { strict: false })))

/** As they are kept in the browser until they are saved. */
export const allowChangesSchema = z.object({
  ...{ add: dids, remove: dids, repair: dids },
  ...{ addPublishers: addresses, removePublishers: addresses },
})

export const noChanges: AllowChanges = { add: [], remove: [], repair: [], addPublishers: [], removePublishers: [] }

/** Puts a value into a list, or takes it out when it is there. */
export function toggle<value extends string>(list: readonly value[], value: value): value[] {
  return list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value]
}

export function countChanges(changes: AllowChanges): number {
  return Object.values(changes).reduce((sum, list) => sum + list.length, 0)
}

/** What of the changes still makes sense: the list may have been saved from elsewhere since they were marked. */
export function fitChanges(
  changes: AllowChanges,
  { algorithms, publishers }: Pick<Trust, 'algorithms' | 'publishers'>,
) {
  const listed = (did: string) => algorithms.some((entry) => entry.did === did)
  const named = (address: string) => publishers.some((entry) => sameAddress(entry, address))
  return {
    add: changes.add.filter((did) => !listed(did)),
    remove: changes.remove.filter(listed),
    repair: changes.repair.filter(listed),
    addPublishers: changes.addPublishers.filter((address) => !named(address)),
    removePublishers: changes.removePublishers.filter(named),
  }
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
