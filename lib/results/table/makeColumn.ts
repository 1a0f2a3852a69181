import { summarizeColumn } from '../statistics/summarizeColumn'
import type { Column } from '../types'

/** A column with its statistics. */
export function makeColumn(column: Omit<Column, 'summary'>): Column {
  return { ...column, summary: summarizeColumn(column) }
}
