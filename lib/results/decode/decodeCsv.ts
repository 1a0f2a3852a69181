import type { Payload } from '../python/arrayToResult'
import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Cell, Column, DecodeLimits, TableResult } from '../types'

const columnLimit = 10_000
const numberPattern = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/
const missingWords = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '<NA>'])
const specialNumbers: ReadonlyMap<string, number> = new Map([
  ['inf', Number.POSITIVE_INFINITY],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** Comma, semicolon or tab separated values. The first line names the columns unless all of it are numbers. */
export async function decodeCsv(bytes: Uint8Array, limits: DecodeLimits): Promise<Payload<TableResult>> {
  const { default: Papa } = await import('papaparse')
  const parsed = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
    skipEmptyLines: 'greedy',
    preview: limits.rows + 2,
  })
  const [first = [], ...others] = parsed.data
  const width = Math.min(
    columnLimit,
    others.reduce((most, row) => Math.max(most, row.length), first.length),
  )
  const headed = !first.every((cell) => numberPattern.test(cell))
  const rows = headed ? others : parsed.data
  const kept = rows.slice(0, Math.min(limits.rows, Math.floor(limits.cells / Math.max(1, width))))
  const columns = Array.from({ length: width }, (_, at) =>
    typed(
      headed ? (first[at]?.trim() ?? '') || `column ${at + 1}` : `column ${at + 1}`,
      kept.map((row) => row[at] ?? ''),
    ),
  )
  return { kind: 'table', rowCount: kept.length, columns, index: [], truncated: kept.length < rows.length }
}

function typed(name: string, texts: readonly string[]): Column {
  const present = texts.filter((text) => !missingWords.has(text))
  const isNumber = (text: string) => numberPattern.test(text) || specialNumbers.has(text)
  if (present.length > 0 && present.every(isNumber)) {
    const exact = present.every((text) => !/^\s*[+-]?\d+\s*$/.test(text) || Number.isSafeInteger(Number(text)))
    if (!exact)
      return columnFromCells(
        name,
        texts.map((text) => (missingWords.has(text) ? null : text)),
        'text',
      )
    const missing = Uint8Array.from(texts, (text) => (missingWords.has(text) ? 1 : 0))
    const values = Float64Array.from(texts, (text, at) =>
      missing[at] ? Number.NaN : (specialNumbers.get(text) ?? Number(text)),
    )
    const kind = present.every((text) => /^\s*[+-]?\d+\s*$/.test(text)) ? 'integer' : 'float'
    return makeColumn({ name, kind, dtype: 'text', values, ...(missing.includes(1) ? { missing } : {}) })
  }
  if (present.length > 0 && present.every((text) => /^(?:true|false)$/i.test(text))) {
    const values = texts.map((text): Cell => (missingWords.has(text) ? null : text.toLowerCase() === 'true'))
    return makeColumn({ name, kind: 'boolean', dtype: 'text', values })
  }
  const values = texts.map((text): Cell => (text === '' ? null : text))
  const dates =
    present.length > 0 &&
    present.every((text) =>
      /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text),
    )
  return makeColumn({ name, kind: dates ? 'datetime' : 'text', dtype: 'text', values })
}
