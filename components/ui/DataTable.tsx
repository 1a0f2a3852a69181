import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

export type Column<Row> = {
  id: string
  header: ReactNode
  cell(row: Row): ReactNode
  align?: 'start' | 'end'
  /** The column that names the row: its header cell, and the card's title on a phone. */
  primary?: boolean
}

export type DataTableProps<Row> = {
  /** Names the table for a screen reader. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  empty?: ReactNode
}

/** A table on wide screens, a list of cards on phones; the same markup for both. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div className={classes.scroll}>
      {/* Roles are explicit because the phone layout changes `display`, which drops table semantics. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className={classes.table} role="table">
        <caption className="oc-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} scope="col" role="columnheader" data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.primary ? (
                  <th key={column.id} scope="row" role="rowheader" data-primary>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} role="cell" data-align={column.align}>
                    <span className={classes.cardLabel} aria-hidden="true">
                      {column.header}
                    </span>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  )
}
