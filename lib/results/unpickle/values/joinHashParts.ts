import type { Describe, HashPart, PyValue } from './PyValue'

/** The part of a composite key; identity as soon as one member is known by identity. */
export function joinHashParts(kind: string, items: readonly PyValue[], describe: Describe): HashPart {
  const parts: string[] = []
  for (const item of items) {
    const part = describe(item)
    if (part === undefined) return undefined
    parts.push(`${typeof part === 'bigint' ? 'n' : ''}${part}`)
  }
  return `${kind}(${parts.join()})`
}
