'use client'

import { useMemo, useState } from 'react'
import { findLines } from './model/findLines'

/** Looking for a text in a log, match by match. Positions are of lines, counted from 0. */
export function useLogSearch(lines: readonly string[]) {
  const [{ text, chosen }, set] = useState({ text: '', chosen: 0 })
  const needle = text.trim().toLowerCase()
  const matches = useMemo(() => findLines(lines, needle), [lines, needle])
  const position = matches.length === 0 ? 0 : chosen % matches.length
  return {
    text,
    needle,
    /** The line of the present match. */
    current: matches[position],
    /** The present match counted from 1, of so many. */
    position: matches.length === 0 ? 0 : position + 1,
    total: matches.length,
    /** Looks for another text; the line of its first match. */
    look(next: string): number | undefined {
      set({ text: next, chosen: 0 })
      return findLines(lines, next.trim().toLowerCase())[0]
    },
    /** Goes to the match so many further; its line. */
    step(by: number): number | undefined {
      if (matches.length === 0) return undefined
      const next = (position + by + matches.length) % matches.length
      set({ text, chosen: next })
      return matches[next]
    },
  }
}
