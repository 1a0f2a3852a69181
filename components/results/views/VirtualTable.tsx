'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { formatCell } from '../model/formatCell'
import { type Sorting, sortRows } from '../model/sortRows'
import type { TableSource } from '../model/tableSource'
import styles from './VirtualTable.module.css'

const rowHeight = 30
const nameWidth = 84
const columnWidth = 168

/** A sortable table of any size: only what can be seen is in the page. */
export function VirtualTable({ source, label }: { source: TableSource; label: string }) {
  const t = useMessages().results
  const viewport = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<Sorting>()
  const order = useMemo(() => {
    const column = sorting && source.columns[sorting.column]
    return column && sortRows({ column, rowCount: source.rowCount, descending: sorting.descending })
  }, [source, sorting])
  const rows = useVirtualizer({
    count: source.rowCount,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: source.columns.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => columnWidth,
    overscan: 3,
  })
  const shownColumns = columns.getVirtualItems()
  const shownRows = rows.getVirtualItems()
  const left = shownColumns[0]?.start ?? 0
  const right = columns.getTotalSize() - (shownColumns.at(-1)?.end ?? 0)
  const above = shownRows[0]?.start ?? 0
  const below = rows.getTotalSize() - (shownRows.at(-1)?.end ?? 0)

  const sort = (column: number) =>
    setSorting((last) => {
      if (last?.column !== column) return { column, descending: false }
      return last.descending ? undefined : { column, descending: true }
    })
  const directionOf = (column: number) =>
    sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none'

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section ref={viewport} className={styles.viewport} aria-label={label} tabIndex={0}>
      <table
        className={styles.table}
        style={{ width: nameWidth + columns.getTotalSize() }}
        aria-rowcount={source.rowCount + 1}
        aria-colcount={source.columns.length + 1}
      >
        <caption className="oc-hidden">{label}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.corner} style={{ width: nameWidth }}>
              {t.table.row}
            </th>
            {left > 0 ? <td style={{ width: left }} /> : null}
            {shownColumns.map(({ index }) => {
              const column = source.columns[index]
              const direction = directionOf(index)
              return (
                <th
                  key={index}
                  scope="col"
                  aria-colindex={index + 2}
                  aria-sort={direction}
                  className={styles.head}
                  style={{ width: columnWidth }}
                >
                  <button type="button" className={styles.sort} onClick={() => sort(index)} title={column?.dtype}>
                    <span className={styles.name}>{column?.name}</span>
                    <span aria-hidden>{direction === 'none' ? '' : direction === 'ascending' ? '▲' : '▼'}</span>
                  </button>
                </th>
              )
            })}
            {right > 0 ? <td style={{ width: right }} /> : null}
          </tr>
        </thead>
        <tbody>
          {above > 0 ? (
            <tr aria-hidden style={{ height: above }}>
              <td />
            </tr>
          ) : null}
          {shownRows.map(({ index }) => {
            const row = order?.[index] ?? index
            return (
              <tr key={index} aria-rowindex={index + 2} className={styles.row}>
                <th scope="row" className={styles.rowName}>
                  {source.rowName(row)}
                </th>
                {left > 0 ? <td /> : null}
                {shownColumns.map((item) => {
                  const column = source.columns[item.index]
                  const text = formatCell(column?.cell(row) ?? null)
                  return (
                    <td
                      key={item.index}
                      aria-colindex={item.index + 2}
                      className={column?.numeric ? styles.number : styles.text}
                      title={text}
                    >
                      {text}
                    </td>
                  )
                })}
                {right > 0 ? <td /> : null}
              </tr>
            )
          })}
          {below > 0 ? (
            <tr aria-hidden style={{ height: below }}>
              <td />
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}
