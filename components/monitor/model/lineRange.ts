/** Lines that an address points at, counted from 1, both ends included. */
export type LineRange = { from: number; to: number }

/** Reads `#L12` and `#L12-L20`, in either order; anything else points at no line. */
export function parseLineRange(hash: string): LineRange | undefined {
  const match = /^#L([1-9]\d{0,8})(?:-L([1-9]\d{0,8}))?$/.exec(hash)
  if (!match) return undefined
  const first = Number(match[1])
  const second = Number(match[2] ?? match[1])
  return { from: Math.min(first, second), to: Math.max(first, second) }
}

/** The part of an address that points at lines. */
export function formatLineRange({ from, to }: LineRange): string {
  return from === to ? `#L${from}` : `#L${from}-L${to}`
}

/** What a click on a line's number points at: the line, or everything up to it from where the last one pointed. */
export function extendLineRange(present: LineRange | undefined, line: number): LineRange {
  if (!present) return { from: line, to: line }
  return { from: Math.min(present.from, line), to: Math.max(present.from, line) }
}
