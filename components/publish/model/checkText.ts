import type { Problem } from './problems'

// Characters nobody sees: controls, marks that turn the direction of what follows, blanks without width. Joiners stay, emoji need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Looks at a text people read: there at all, not endless, and nothing hidden in it. */
export function checkText(text: string, { most, optional }: { most: number; optional?: boolean }): Problem | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return optional ? undefined : { code: 'missing' }
  if (unseen.test(trimmed)) return { code: 'unseen' }
  return [...trimmed].length > most ? { code: 'tooLong', value: String(most) } : undefined
}
