import { checkAddress } from './checkAddress'
import { checkList } from './checkList'
import type { Problem } from './problems'

export type AccessLists = { allow: string[]; deny: string[] }

/** What is wrong with the lists; nobody can be on both. */
export function checkAccess({ allow, deny }: AccessLists): Partial<Record<keyof AccessLists, Problem>> {
  const allowed = checkList(allow, { check: checkAddress })
  const both = deny.find((address) =>
    allow.some((other) => other.trim().toLowerCase() === address.trim().toLowerCase()),
  )
  const denied =
    checkList(deny, { check: checkAddress }) ?? (both ? { code: 'bothLists' as const, value: both } : undefined)
  return { ...(allowed ? { allow: allowed } : {}), ...(denied ? { deny: denied } : {}) }
}
