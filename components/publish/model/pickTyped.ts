/**
 * The faults to show while people still type: those of fields that hold something, and held it when typing last rested. A field that is
 * merely empty is no fault until publishing is tried.
 */
export function pickTyped<T>(now: T, rested: unknown): T {
  if (typeof now !== 'object' || now === null || typeof rested !== 'object' || rested === null)
    return (Array.isArray(now) ? [] : {}) as T
  if (Array.isArray(now)) return now.map((branch, index) => pickTyped(branch, (rested as unknown[])[index])) as T
  const kept = Object.entries(now).flatMap(([key, branch]) => {
    const before = (rested as Record<string, unknown>)[key]
    if (!isFault(branch)) return [[key, pickTyped(branch, before)]]
    return branch.code !== 'missing' && isFault(before) && before.code !== 'missing' ? [[key, branch]] : []
  })
  return Object.fromEntries(kept) as T
}

const isFault = (branch: unknown): branch is { code: string } =>
  typeof branch === 'object' && branch !== null && 'code' in branch
