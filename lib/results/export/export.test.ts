import { describe, expect, it } from 'vitest'
import { decodeResult } from '../decodeResult'
import { summarizeNumbers } from '../statistics/summarizeNumbers'
import { columnFromCells } from '../table/columnFromCells'
import type { ArrayResult, NumericData, TableResult } from '../types'
import { toCsv } from './toCsv'
import { toNpy } from './toNpy'

function array(data: NumericData, more: Partial<ArrayResult> = {}): ArrayResult {
  const summary = summarizeNumbers(data)
  return {
    kind: 'array',
    format: 'npy',
    byteLength: 0,
    dtype: 'x',
    shape: [data.length],
    elements: 'float',
    data,
    summary,
    ...more,
  }
}

const listed = (values: ArrayLike<unknown> | undefined) => values && Array.from(values)

function table(...columns: TableResult['columns']): TableResult {
  return {
    kind: 'table',
    format: 'csv',
    byteLength: 0,
    rowCount: columns[0]?.values.length ?? 0,
    columns,
    index: [],
    truncated: false,
  }
}

describe('CSV', () => {
  it('has one line per row of an array', async () => {
    expect(await toCsv(array(Float64Array.of(1, 2.5, Number.NaN, -0.1), { shape: [2, 2] })).text()).toBe(
      '1,2.5\r\nNaN,-0.1\r\n',
    )
    expect(await toCsv(array(Float64Array.of(1, 2), { imaginary: Float64Array.of(-1, 0.5) })).text()).toBe(
      '1-1j,2+0.5j\r\n',
    )
    expect(await toCsv(array(Float64Array.of(1, 2), { mask: Uint8Array.of(0, 1), shape: [2, 1] })).text()).toBe(
      '1\r\n\r\n',
    )
  })

  it('disarms what a spreadsheet would run', async () => {
    const texts = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '  =1', '-5', '+5e3', 'a=1', '＝1', null]
    const text = await toCsv(table(columnFromCells('=name', texts))).text()
    expect(text.split('\r\n')).toEqual([
      "'=name",
      "'=1+1",
      "'+A1",
      "'-A1",
      "'@SUM(A1)",
      "'\t=1",
      "'  =1",
      '-5',
      '+5e3',
      'a=1',
      "'＝1",
      '',
      '',
    ])
  })

  it('quotes what would break a line', async () => {
    const text = await toCsv(table(columnFromCells('a,b', ['say "x"', 'two\nlines', ' pad']))).text()
    expect(text).toBe('"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\n" pad"\r\n')
  })

  it('is read back as the table it was', async () => {
    const source = table(
      columnFromCells('n', [1, 2.5, null]),
      columnFromCells('t', ['x', 'y,"z"', null]),
      columnFromCells('b', [true, false, true]),
    )
    const result = await decodeResult(new Uint8Array(await toCsv(source).arrayBuffer()), { filename: 'a.csv' })
    if (result.kind !== 'table') throw new Error('expected a table')
    expect(result.columns.map((column) => [column.name, column.kind])).toEqual([
      ['n', 'float'],
      ['t', 'text'],
      ['b', 'boolean'],
    ])
    expect(listed(result.columns[0]?.values)).toEqual([1, 2.5, Number.NaN])
    expect(result.columns[0]?.missing).toEqual(Uint8Array.of(0, 0, 1))
  })
})

describe('NPY', () => {
  const cases: [string, ArrayResult][] = [
    [
      'floats',
      array(Float64Array.of(1, Number.NaN, -0, Number.POSITIVE_INFINITY), { shape: [2, 2], dtype: 'float64' }),
    ],
    ['single floats', array(Float32Array.of(1, 0.5), { dtype: 'float32' })],
    ['whole numbers', array(Float64Array.of(1, -2, 2 ** 53 - 1), { elements: 'integer', dtype: 'int64' })],
    ['wide whole numbers', array(BigInt64Array.of(2n ** 62n), { elements: 'integer', dtype: 'int64' })],
    ['small whole numbers', array(Uint16Array.of(1, 65_535), { elements: 'integer', dtype: 'uint16' })],
    ['booleans', array(Uint8Array.of(0, 1), { elements: 'boolean', dtype: 'bool' })],
    [
      'complex numbers',
      array(Float64Array.of(1, 2), { elements: 'complex', imaginary: Float64Array.of(3, 4), dtype: 'complex128' }),
    ],
    ['one number', array(Float64Array.of(7), { shape: [], dtype: 'float64' })],
  ]
  it.each(cases)('of %s is read back as the same array', async (_title, source) => {
    const result = await decodeResult(toNpy(source))
    if (result.kind !== 'array') throw new Error('expected an array')
    const { shape, dtype, data, elements, imaginary } = result
    expect({ shape, dtype, elements, data: listed(data), imaginary: listed(imaginary) }).toEqual({
      shape: source.shape,
      dtype: source.dtype,
      elements: source.elements,
      data: listed(source.data),
      imaginary: listed(source.imaginary),
    })
  })
})
