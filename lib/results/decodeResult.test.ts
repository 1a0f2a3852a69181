import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeResult } from './decodeResult'
import type { Column } from './types'

type ExpectedCell = null | boolean | string | { n: string } | { ns: string }
type Table = {
  name: string
  expected: { columns: { name: string; cells: ExpectedCell[] }[]; index: ExpectedCell[][] }
  pickles: Record<string, string>
}

const fixture = (name: string): { stack: string; tables: Table[] } =>
  JSON.parse(readFileSync(new URL(`./unpickle/fixtures/${name}.json`, import.meta.url), 'utf8'))
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** Cells as the fixture writes them; NaN and missing are one in pandas. */
function cells(column: Column): unknown[] {
  return Array.from(column.values, (value, at) => {
    if (value === null || column.missing?.[at]) return null
    if (column.kind === 'boolean') return Boolean(value)
    if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : Object.is(value, -0) ? '-0' : String(value)
    return typeof value === 'bigint' ? value.toString() : value
  })
}

function wanted(list: ExpectedCell[]): unknown[] {
  return list.map((cell) => {
    if (typeof cell !== 'object' || cell === null) return cell
    if ('ns' in cell) return `PT${Number(cell.ns) / 1e9}S`
    if (!/^-?\d+$/.test(cell.n)) return Object.is(Number(cell.n), -0) ? '-0' : String(Number(cell.n))
    return cell.n
  })
}

describe.each([fixture('numpy1'), fixture('numpy2')])('frames and series that $stack wrote', ({ tables }) => {
  it.each(tables)('shows $name as pandas has it', async ({ expected, pickles }) => {
    for (const [protocol, text] of Object.entries(pickles)) {
      const result = await decodeResult(decode(text))
      if (result.kind !== 'table') throw new Error(`a ${result.kind} at protocol ${protocol}`)
      expect(result.columns.map((column) => ({ name: column.name, cells: cells(column) }))).toEqual(
        expected.columns.map(({ name, cells }) => ({ name, cells: wanted(cells) })),
      )
      expect(result.index.map(cells)).toEqual(expected.index.map(wanted))
    }
  })
})
