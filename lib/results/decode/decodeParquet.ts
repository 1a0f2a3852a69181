import { DecodeError } from '../DecodeError'
import type { Payload } from '../python/arrayToResult'
import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Cell, Column, DecodeLimits, TableResult } from '../types'

const columnLimit = 1000

/** The rows of a Parquet file, up to the limits. @throws {DecodeError} */
export async function decodeParquet(
  bytes: Uint8Array<ArrayBuffer>,
  limits: DecodeLimits,
): Promise<Payload<TableResult>> {
  const [{ parquetMetadata, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  const file = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
  try {
    const metadata = parquetMetadata(file)
    const total = Number(metadata.num_rows)
    const names = parquetSchema(metadata).children.map((child) => child.element.name)
    const unpacked = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0)
    if (names.length > columnLimit || unpacked > limits.unpackedBytes)
      throw new DecodeError('limit', 'size of the table')
    const rowCount = Math.min(total, limits.rows, Math.floor(limits.cells / Math.max(1, names.length)))
    // One column at a time, as bare cells: a name of the file never becomes a property.
    const columns: Column[] = []
    for (const name of names) {
      let cells: unknown[][] = []
      const onComplete = (rows: unknown[][]) => {
        cells = rows
      }
      await parquetRead({
        file,
        metadata,
        compressors,
        columns: [name],
        rowEnd: rowCount,
        rowFormat: 'array',
        onComplete,
      })
      if (cells.length !== rowCount) throw new DecodeError('malformed', 'rows of a column')
      columns.push(
        column(
          name,
          cells.map(([cell]) => cell),
        ),
      )
    }
    return { kind: 'table', rowCount, columns, index: [], truncated: rowCount < total }
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause
    throw new DecodeError('malformed', 'Parquet', { cause })
  }
}

function column(name: string, values: readonly unknown[]): Column {
  const cells = values.map(toCell)
  const dates =
    values.some((value) => value instanceof Date) && values.every((value) => value instanceof Date || value == null)
  return dates
    ? makeColumn({ name, kind: 'datetime', dtype: 'timestamp', values: cells })
    : columnFromCells(name, cells, 'parquet')
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Uint8Array) return `${value.length} bytes`
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)).slice(
    0,
    200,
  )
}
