import type { Payload } from '../python/arrayToResult'
import { columnFromCells } from '../table/columnFromCells'
import { makeColumn } from '../table/makeColumn'
import type { Cell, Column, DecodeLimits, TableResult } from '../types'
import { decodeCharacters } from './decodeCharacters'

const columnLimit = 10_000
const numberPattern = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/
const datePattern = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const missingWords = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '<NA>'])
const specialNumbers: ReadonlyMap<string, number> = new Map([
  ['inf', Number.POSITIVE_INFINITY],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** Values separated by commas, semicolons, tabs or bars. The first line names the columns unless all of it are numbers. */
export async function decodeCsv(bytes: Uint8Array, limits: DecodeLimits): Promise<Payload<TableResult>> {
  const { default: Papa } = await import('papaparse')
  const parsed = Papa.parse<string[]>(decodeCharacters(bytes) ?? new TextDecoder().decode(bytes), {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: 'greedy',
    preview: limits.rows + 2,
  })
  const [first = [], ...others] = parsed.data
  const width = Math.min(
    columnLimit,
    others.reduce((most, row) => Math.max(most, row.length), first.length),
  )
  const headed = !first.every((cell) => numberPattern.test(cell.replace(',', '.')))
  const rows = headed ? others : parsed.data
  const kept = rows.slice(0, Math.min(limits.rows, Math.floor(limits.cells / Math.max(1, width))))
  const columns = Array.from({ length: width }, (_, at) =>
    typed(
      headed ? (first[at]?.trim() ?? '') || `column ${at + 1}` : `column ${at + 1}`,
      kept.map((row) => row[at] ?? ''),
      // Where a semicolon separates, a comma may be the decimal sign.
      parsed.meta.delimiter === ';',
    ),
  )
  return { kind: 'table', rowCount: kept.length, columns, index: [], truncated: kept.length < rows.length }
}

function typed(name: string, texts: readonly string[], comma: boolean): Column {
  const seen = scan(texts, comma)
  if (seen.count > 0 && seen.numbers && !seen.exact) {
    const values = texts.map((text) => (missingWords.has(text) ? null : text))
    return columnFromCells(name, values, 'text')
  }
  if (seen.count > 0 && seen.numbers) {
    const missing = new Uint8Array(texts.length)
    const values = new Float64Array(texts.length)
    for (const [at, text] of texts.entries()) {
      missing[at] = missingWords.has(text) ? 1 : 0
      values[at] = missing[at]
        ? Number.NaN
        : (specialNumbers.get(text) ?? Number(comma ? text.replace(',', '.') : text))
    }
    const kind = seen.whole ? 'integer' : 'float'
    return makeColumn({ name, kind, dtype: 'text', values, ...(missing.includes(1) ? { missing } : {}) })
  }
  if (seen.count > 0 && seen.booleans) {
    const values = texts.map((text): Cell => (missingWords.has(text) ? null : text.toLowerCase() === 'true'))
    return makeColumn({ name, kind: 'boolean', dtype: 'text', values })
  }
  const values = texts.map((text): Cell => (text === '' ? null : text))
  return makeColumn({ name, kind: seen.count > 0 && seen.dates ? 'datetime' : 'text', dtype: 'text', values })
}

/** What all present cells of a column are, found in one pass. */
function scan(texts: readonly string[], comma: boolean) {
  const seen = { count: 0, numbers: true, whole: true, exact: true, booleans: true, dates: true }
  for (const text of texts) {
    if (missingWords.has(text)) continue
    seen.count += 1
    if (seen.numbers) {
      const plain = comma ? text.replace(',', '.') : text
      if (numberPattern.test(plain)) {
        if (!/^\s*[+-]?\d+\s*$/.test(plain)) seen.whole = false
        else if (plain.length > 15 && !Number.isSafeInteger(Number(plain))) seen.exact = false
      } else if (specialNumbers.has(text)) seen.whole = false
      else seen.numbers = false
    }
    if (seen.booleans && !/^(?:true|false)$/i.test(text)) seen.booleans = false
    if (seen.dates && !datePattern.test(text)) seen.dates = false
    if (!seen.numbers && !seen.booleans && !seen.dates) break
  }
  return seen
}
