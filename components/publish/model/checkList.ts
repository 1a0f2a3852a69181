import { checkText } from './checkText'
import type { Problem, ProblemCode } from './problems'

/** Looks at each entry of a list; says which one is wrong. */
export function checkList(
  list: readonly string[],
  options: { check?: (entry: string) => ProblemCode | undefined; most?: number; longest?: number },
): Problem | undefined {
  const { check, most = 100, longest = 2_000 } = options
  if (list.length > most) return { code: 'tooMany', value: String(most) }
  const seen = new Set<string>()
  for (const entry of list) {
    const text = checkText(entry, { most: longest })
    const code = text?.code ?? check?.(entry) ?? (seen.has(entry.trim().toLowerCase()) ? 'duplicate' : undefined)
    if (code) return { code, value: text?.code === 'tooLong' ? text.value : entry }
    seen.add(entry.trim().toLowerCase())
  }
  return undefined
}
