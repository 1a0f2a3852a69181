/** The parts of a wildcard pattern: `*` and `?` unless escaped by a backslash, and literal text. */
type Part = { wild: '*' | '?' } | { literal: string }

export function parsePattern(pattern: string): Part[] {
  const parts: Part[] = []
  let literal = ''
  const flush = () => {
    if (literal) parts.push({ literal })
    literal = ''
  }
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? ''
    if (character === '\\' && index + 1 < pattern.length) literal += pattern[++index]
    else if (character === '*' || character === '?') {
      flush()
      parts.push({ wild: character })
    } else literal += character
  }
  flush()
  return parts
}

/** The pattern in SQLite's GLOB form. */
export function toGlob(pattern: string): string {
  const guard = (literal: string) => literal.replace(/[[*?]/g, '[$&]')
  return parsePattern(pattern)
    .map((part) => ('wild' in part ? part.wild : guard(part.literal)))
    .join('')
}

export function escapePattern(literal: string): string {
  return literal.replace(/[\\*?]/g, '\\$&')
}

/** The literal text that everything fitting the pattern begins with. */
export function fixedPrefix(pattern: string): string {
  const [start] = parsePattern(pattern)
  return start && 'literal' in start ? start.literal : ''
}

/** The literal before a single closing `*`, if that is all there is. */
export function prefixOf(pattern: string): string | undefined {
  const [start, end, ...rest] = parsePattern(pattern)
  return start && 'literal' in start && end && 'wild' in end && end.wild === '*' && !rest.length
    ? start.literal
    : undefined
}

/** All literal characters of the pattern. */
export function literalsOf(pattern: string): string {
  return parsePattern(pattern)
    .map((part) => ('literal' in part ? part.literal : ''))
    .join('')
}
