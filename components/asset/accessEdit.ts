import { type Address, getAddress } from 'viem'
import type { AccessLists } from '@/components/publish/model/checkAccess'
import { checkAddress } from '@/components/publish/model/checkAddress'
import type { Asset } from '@/lib/ocean'

export type AccessEdit = Partial<AccessLists>

/** The accounts an asset names, by list. */
export function toAccess({ credentials }: Pick<Asset, 'credentials'>): AccessLists {
  const read = (list: 'allow' | 'deny') =>
    (credentials?.[list] ?? []).filter(({ type }) => type === 'address').flatMap(({ values }) => values)
  return { allow: read('allow'), deny: read('deny') }
}

/** The lists to write, or `undefined` when they are what holds now. */
export function toAccessChanges(
  asset: Pick<Asset, 'credentials'>,
  lists: AccessLists,
): { allow: Address[]; deny: Address[] } | undefined {
  const before = toAccess(asset)
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((entry, index) => entry.trim().toLowerCase() === b[index]?.toLowerCase())
  if (same(lists.allow, before.allow) && same(lists.deny, before.deny)) return undefined
  const write = (list: readonly string[]) =>
    list.flatMap((entry) => (checkAddress(entry) === undefined ? [getAddress(entry.trim())] : []))
  return { allow: write(lists.allow), deny: write(lists.deny) }
}
