'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import styles from './LineView.module.css'

export type LineViewHandle = { scrollToLine(line: number): void }

type LineViewProps = {
  count: number
  lineAt(index: number): string
  /** What stands before a line, such as its time. */
  noteAt?: ((index: number) => string) | undefined
  label: string
  wrap: boolean
  /** Keeps the newest line in view. */
  follow?: boolean
  /** The reader scrolled: true when the end is in view. */
  onReachEnd?(atEnd: boolean): void
  /** Lower-case text to mark, and the line that is the present match. */
  marked?: string
  current?: number | undefined
  numbers?: boolean
  firstNumber?: number
  ref?: Ref<LineViewHandle>
}

/** Lines of plain text, of which only those in view are in the page. */
export function LineView(props: LineViewProps) {
  const {
    count,
    lineAt,
    noteAt,
    label,
    wrap,
    follow = false,
    onReachEnd,
    marked = '',
    current,
    numbers = true,
    firstNumber = 1,
    ref,
  } = props
  const viewport = useRef<HTMLDivElement>(null)
  const ours = useRef(false)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => 20,
    overscan: 20,
  })

  useEffect(() => {
    if (!follow || count === 0) return
    ours.current = true
    rows.scrollToIndex(count - 1, { align: 'end' })
  }, [follow, count, rows])

  useImperativeHandle(ref, () => ({ scrollToLine: (line) => rows.scrollToIndex(line, { align: 'center' }) }), [rows])

  const onScroll = () => {
    const element = viewport.current
    if (!element || !onReachEnd) return
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 24
    if (ours.current && !atEnd) return
    ours.current = false
    onReachEnd(atEnd)
  }

  const items = rows.getVirtualItems()
  return (
    <div
      ref={viewport}
      role="log"
      aria-label={label}
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      className={styles.viewport}
      onScroll={onScroll}
      onWheel={() => {
        ours.current = false
      }}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        <div className={styles.shown} style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map(({ index, key }) => (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.line}
              data-current={index === current || undefined}
              data-wrap={wrap || undefined}
            >
              {numbers ? <span className={styles.number} data-line={index + firstNumber} /> : null}
              {noteAt ? <span className={styles.note}>{noteAt(index)}</span> : null}
              <span className={styles.text}>{markText(lineAt(index), marked)}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function markText(line: string, marked: string): ReactNode {
  if (marked === '') return line || ' '
  const lower = line.toLowerCase()
  const parts: ReactNode[] = []
  let at = 0
  for (let found = lower.indexOf(marked); found >= 0; found = lower.indexOf(marked, at)) {
    parts.push(line.slice(at, found), <mark key={found}>{line.slice(found, found + marked.length)}</mark>)
    at = found + marked.length
  }
  return [...parts, line.slice(at)]
}
