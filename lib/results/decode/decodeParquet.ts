import type { Compressors } from 'hyparquet'
import { DecodeError } from '../DecodeError'
import type { Payload } from '../python/arrayToResult'
import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Cell, Column, DecodeLimits, TableResult } from '../types'
import { checkPages } from './checkPages'
import { decodeCharacters } from './decodeCharacters'
import { decimalsToNumbers, type Meaning, parquetMeaning, parsers } from './parquetMeaning'

const columnLimit = 1000
const nestedText = 200
const plain: Meaning = { kind: undefined, read: () => undefined }

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
    const { children } = parquetSchema(metadata)
    const names = children.map((child) => child.element.name)
    const values = metadata.row_groups.flatMap((group) =>
      group.columns.map((each) => Number(each.meta_data?.num_values)),
    )
    const unpacked = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0)
    const count = values.reduce((sum, each) => sum + each, 0)
    if (names.length > columnLimit || unpacked > limits.unpackedBytes || count > limits.cells)
      throw new DecodeError('limit', 'size of the table')
    let claimed = 0
    for (const { meta_data: held } of metadata.row_groups.flatMap((group) => group.columns)) {
      if (held) claimed += checkPages(bytes, held)
    }
    if (claimed > limits.unpackedBytes) throw new DecodeError('limit', 'unpacked size')
    const rowCount = Math.min(total, limits.rows, Math.floor(limits.cells / Math.max(1, names.length)))
    // One column at a time, as bare cells: a name of the file never becomes a property.
    const columns: Column[] = []
    const guarded = bounded(compressors, limits.unpackedBytes)
    for (const { element, children: inner } of children) {
      const { name } = element
      const meaning: Meaning = inner.length === 0 ? parquetMeaning(element) : plain
      let cells: unknown[][] = []
      const onComplete = (rows: unknown[][]) => {
        cells = rows
      }
      await parquetRead({
        file,
        metadata,
        compressors: guarded,
        parsers,
        utf8: false,
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
          meaning,
        ),
      )
    }
    return { kind: 'table', rowCount, columns, index: [], truncated: rowCount < total }
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause
    throw new DecodeError('malformed', 'Parquet', { cause })
  }
}

function column(name: string, values: readonly unknown[], { kind, read }: Meaning): Column {
  const cells = values.map((value) => read(value) ?? toCell(value))
  if (kind === 'datetime') return makeColumn({ name, kind, dtype: 'timestamp', values: cells })
  return columnFromCells(name, kind === 'decimal' ? decimalsToNumbers(cells) : cells, 'parquet')
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Uint8Array) return decodeCharacters(value, { strict: true }) ?? `${value.length} bytes`
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' ? inner : toCell(inner)))
  return text.slice(0, nestedText)
}

/** Refuses to unpack more than `budget` bytes in all, whatever the pages say about themselves. */
function bounded(compressors: Compressors, budget: number): Compressors {
  let left = budget
  const guarded: Compressors = {}
  for (const [codec, unpack] of Object.entries(compressors)) {
    guarded[codec as keyof Compressors] = (input, size) => {
      left -= size
      if (!(left >= 0)) throw new DecodeError('limit', 'unpacked size')
      return size === 0 ? new Uint8Array(0) : unpack(input, size)
    }
  }
  return guarded
}
