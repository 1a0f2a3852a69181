'use client'

import { useMemo } from 'react'
import { DataTable } from '@/components/ui/DataTable'
import { useMessages } from '@/lib/messages/useMessages'
import type { TableResult } from '@/lib/results/types'
import styles from './CompareWith.module.css'
import { compareTables } from './model/compareTables'
import { formatNumber } from './model/formatNumber'

/** Where a table differs from another, column by column. */
export function CompareTables({ name, base, other }: { name: string; base: TableResult; other: TableResult }) {
  const t = useMessages().results.compare
  const compared = useMemo(() => compareTables(base, other), [base, other])
  const { rows, rowCounts, columns, onlyBase, onlyOther, changed } = compared
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value))
  return (
    <>
      <p className={styles.words}>
        {t.cells(changed, rows * columns.length)}
        {rowCounts[0] === rowCounts[1] ? null : ` ${t.rows(...rowCounts)}`}
        {onlyBase.length > 0 ? ` ${t.onlyHere(onlyBase.join(', '))}` : null}
        {onlyOther.length > 0 ? ` ${t.onlyThere(onlyOther.join(', '))}` : null}
      </p>
      <DataTable
        caption={t.tableCaption(name)}
        columns={[
          { id: 'name', header: t.column, primary: true, cell: (column) => column.name },
          { id: 'changed', header: t.changedCells, align: 'end', cell: (column) => formatNumber(column.changed) },
          { id: 'here', header: t.meanHere, align: 'end', cell: ({ numbers }) => number(numbers?.mean) },
          { id: 'there', header: t.meanThere, align: 'end', cell: ({ numbers }) => number(numbers?.otherMean) },
          { id: 'largest', header: t.largestColumn, align: 'end', cell: ({ numbers }) => number(numbers?.largest) },
        ]}
        rows={columns}
        rowKey={(column) => column.name}
      />
    </>
  )
}
