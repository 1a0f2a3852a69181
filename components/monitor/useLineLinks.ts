'use client'

import { useCallback, useEffect, useState } from 'react'
import { extendLineRange, formatLineRange, type LineRange, parseLineRange } from './model/lineRange'

export type UseLineLinksReturnType = {
  /** The lines the address points at. */
  range: LineRange | undefined
  /** The line to bring into view: where an address was followed, not where somebody clicks. */
  target: number | undefined
  /** Points the address at a line, or at everything from the last one up to it. */
  choose(line: number, extend: boolean): void
}

/** Lines of a log that the address of the page points at, so that a link shows them to somebody else. */
export function useLineLinks(enabled: boolean): UseLineLinksReturnType {
  const [{ range, target }, setRange] = useState<{ range?: LineRange | undefined; target?: number | undefined }>({})
  useEffect(() => {
    if (!enabled) return
    const read = () => {
      const asked = parseLineRange(window.location.hash)
      setRange({ range: asked, target: asked?.from })
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [enabled])
  const choose = useCallback(
    (line: number, extend: boolean) => {
      const next = extend ? extendLineRange(range, line) : { from: line, to: line }
      window.history.replaceState(window.history.state, '', formatLineRange(next))
      setRange({ range: next })
    },
    [range],
  )
  return { ...(enabled ? { range, target } : { range: undefined, target: undefined }), choose }
}
