'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
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
  /** Line numbers are links; `extend` when the click asks for everything up to the line. */
  onPoint?(number: number, extend: boolean): void
  /** Numbers of the lines that are pointed at. */
  pointed?: { from: number; to: number } | undefined
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
    onPoint,
    pointed,
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
              data-pointed={isPointed(index + firstNumber, pointed) || undefined}
              data-wrap={wrap || undefined}
            >
              {numbers ? <LineNumber number={index + firstNumber} onPoint={onPoint} /> : null}
              {noteAt ? <span className={styles.note}>{noteAt(index)}</span> : null}
              <span className={styles.text}>{markText(lineAt(index), marked)}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

const isPointed = (number: number, pointed: LineViewProps['pointed']) =>
  pointed !== undefined && number >= pointed.from && number <= pointed.to

/** Numbers are painted by the style sheet, so that copying lines does not copy them. */
function LineNumber({ number, onPoint }: { number: number; onPoint: LineViewProps['onPoint'] }) {
  const { line } = useMessages().results.text
  if (!onPoint) return <span className={styles.number} data-line={number} />
  return (
    // biome-ignore lint/a11y/useAnchorContent: its label names it, its number is painted
    <a
      className={styles.number}
      data-line={number}
      href={`#L${number}`}
      aria-label={line(number)}
      // Hundreds of stops on the way through the page would help nobody: the search finds lines by keyboard.
      tabIndex={-1}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return
        event.preventDefault()
        onPoint(number, event.shiftKey)
      }}
    />
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
