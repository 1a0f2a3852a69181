'use client'

import { DataTable, type Column as TableColumn } from '@/components/ui/DataTable'
import { useMessages } from '@/lib/messages/useMessages'
import type { Column, TableResult } from '@/lib/results/types'
import { formatCell } from '../model/formatCell'
import { formatNumber } from '../model/formatNumber'

/** Statistics of each column of a table. */
export function ColumnsView({ result }: { result: TableResult }) {
  const t = useMessages().results.columns
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value))
  const columns: TableColumn<Column>[] = [
    { id: 'name', header: t.name, primary: true, cell: (column) => column.name },
    { id: 'type', header: t.type, cell: (column) => column.dtype },
    { id: 'missing', header: t.missing, align: 'end', cell: ({ summary }) => formatNumber(summary.missingCount) },
    {
      id: 'distinct',
      header: t.distinct,
      align: 'end',
      cell: ({ summary }) => (summary.distinctCount === undefined ? t.manyDistinct : number(summary.distinctCount)),
    },
    { id: 'min', header: t.min, align: 'end', cell: ({ summary }) => summary.first ?? number(summary.numeric?.min) },
    { id: 'max', header: t.max, align: 'end', cell: ({ summary }) => summary.last ?? number(summary.numeric?.max) },
    { id: 'mean', header: t.mean, align: 'end', cell: ({ summary }) => number(summary.numeric?.mean) },
    { id: 'deviation', header: t.deviation, align: 'end', cell: ({ summary }) => number(summary.numeric?.deviation) },
    {
      id: 'top',
      header: t.top,
      cell: ({ summary }) =>
        summary.top
          .slice(0, 3)
          .map(({ value, count }) => t.times(formatCell(value), count))
          .join(', ') || '–',
    },
  ]
  const rows = [...result.index, ...result.columns]
  return <DataTable caption={t.caption} columns={columns} rows={rows} rowKey={(column) => column.name} />
}
