import type { ArrayResult, Cell, Column, TableResult } from '../types'

const piece = 4096

/**
 * An array or a table as CSV (RFC 4180, UTF-8). Arrays have one line per row of their last axis and no heading; a table's
 * first line names index and columns. Missing values are empty. Texts that a spreadsheet would run as a formula get an
 * apostrophe in front.
 */
export function toCsv(result: ArrayResult | TableResult): Blob {
  const lines = result.kind === 'array' ? arrayLines(result) : tableLines(result)
  const parts: string[] = []
  let pending: string[] = []
  for (const line of lines) {
    pending.push(line)
    if (pending.length < piece) continue
    parts.push(`${pending.join('\r\n')}\r\n`)
    pending = []
  }
  if (pending.length > 0) parts.push(`${pending.join('\r\n')}\r\n`)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

function* arrayLines({ shape, data, imaginary, mask }: ArrayResult): Generator<string> {
  const width = shape.at(-1) ?? 1
  for (let row = 0; row < data.length; row += width) {
    const cells: string[] = []
    for (let at = row; at < row + width; at += 1) {
      if (mask?.[at]) cells.push('')
      else if (imaginary) cells.push(complexText(Number(data[at]), Number(imaginary[at])))
      else cells.push(String(data[at]))
    }
    yield cells.join(',')
  }
}

function complexText(real: number, imaginary: number): string {
  return `${real}${imaginary < 0 || Object.is(imaginary, -0) ? '-' : '+'}${Math.abs(imaginary)}j`
}

function* tableLines({ index, columns, rowCount }: TableResult): Generator<string> {
  const all = [...index, ...columns]
  yield all.map((column) => guardedText(column.name)).join(',')
  for (let row = 0; row < rowCount; row += 1) yield all.map((column) => cellText(column, row)).join(',')
}

function cellText(column: Column, row: number): string {
  const value: Cell = column.values[row] ?? null
  if (value === null || column.missing?.[row]) return ''
  if (column.kind === 'boolean') return value ? 'true' : 'false'
  return typeof value === 'string' ? guardedText(value) : String(value)
}

/** Spreadsheets run cells that begin with one of these, also behind blanks. */
const formula = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function guardedText(text: string): string {
  const guarded = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
