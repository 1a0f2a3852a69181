import { type RevertKind, revertCatalogue } from './revertCatalogue'

/** What a contract's revert text amounts to; `unknown` for texts outside the catalogue and for none. */
export function getRevertKind(reason: string | undefined): RevertKind {
  if (!reason) return 'unknown'
  const text = reason.toLowerCase()
  return revertCatalogue.find(([known]) => text.includes(known.toLowerCase()))?.[1] ?? 'unknown'
}
