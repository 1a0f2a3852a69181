import { type ComputeCodeKind, computeCodeCatalogue, computeTextCatalogue } from './computeCodeCatalogue'

/** What a Provider's code or sentence amounts to. */
export function getComputeCodeKind(code: string): ComputeCodeKind {
  if (Object.hasOwn(computeCodeCatalogue, code)) return computeCodeCatalogue[code] ?? 'unknown'
  return computeTextCatalogue.find(([text]) => code.includes(text))?.[1] ?? 'unknown'
}
