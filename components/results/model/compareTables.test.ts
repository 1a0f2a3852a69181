import { describe, expect, it } from 'vitest'
import type { Column, TableResult } from '@/lib/results/types'
import { compareTables } from './compareTables'

const column = (name: string, values: Column['values'], kind: Column['kind'] = 'float'): Column => ({
  ...{ name, kind, dtype: kind, values },
  summary: {
    ...{ count: 0, missingCount: 0, distinctCount: 0, top: [], numeric: undefined, first: undefined, last: undefined },
  },
})
const table = (rowCount: number, columns: Column[]): TableResult => ({
  ...{ kind: 'table', format: 'csv', byteLength: 0, rowCount, columns, index: [], truncated: false },
})

describe('two tables side by side', () => {
  it('differ in cells, counted and measured by column', () => {
    const base = table(3, [column('a', Float64Array.of(1, 2, 3)), column('b', ['x', null, 'z'], 'text')])
    const other = table(3, [column('b', ['x', null, 'y'], 'text'), column('a', Float64Array.of(1, 5, 3))])
    expect(compareTables(base, other)).toEqual({
      ...{ rows: 3, rowCounts: [3, 3], onlyBase: [], onlyOther: [], changed: 2 },
      columns: [
        { name: 'a', changed: 1, numbers: { mean: 2, otherMean: 3, largest: 3 } },
        { name: 'b', changed: 1, numbers: undefined },
      ],
    })
  })

  it('are the same where both say not a number', () => {
    const nan = table(2, [column('a', Float64Array.of(Number.NaN, 1))])
    expect(compareTables(nan, nan).changed).toBe(0)
  })

  it('are compared as far as both go, and what only one has is named', () => {
    const base = table(2, [column('a', [1, 2]), column('old', [1, 2])])
    const other = table(5, [column('a', [1, 2, 3, 4, 5]), column('new', [0, 0, 0, 0, 0])])
    expect(compareTables(base, other)).toMatchObject({
      ...{ rows: 2, rowCounts: [2, 5], onlyBase: ['old'], onlyOther: ['new'], changed: 0 },
    })
  })

  it('hold the same whole number whichever way it was read', () => {
    const large = table(1, [column('a', BigInt64Array.of(7n), 'integer')])
    expect(compareTables(large, table(1, [column('a', [7], 'integer')])).changed).toBe(0)
  })
})
