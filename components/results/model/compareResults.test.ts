import { expect, test } from 'vitest'
import type { ArrayResult } from '@/lib/results/types'
import { compareResults } from './compareResults'

const array = (shape: number[], numbers: number[], classes?: number): ArrayResult => ({
  kind: 'array',
  format: 'npy',
  byteLength: 0,
  shape,
  dtype: 'float64',
  elements: 'float',
  data: Float64Array.from(numbers),
  summary: {
    count: numbers.length,
    min: undefined,
    max: undefined,
    mean: undefined,
    deviation: undefined,
    nanCount: 0,
    infiniteCount: 0,
    missingCount: 0,
    allIntegers: classes !== undefined,
    distinctIntegers: classes,
  },
})

test('results of one shape differ by the other minus the base, on one scale of colours', () => {
  const compared = compareResults(array([2, 2], [1, 2, 3, Number.NaN]), array([2, 2], [1, 4, 3, Number.NaN]))
  if (compared.status !== 'compared') throw new Error(compared.status)
  expect(Array.from(compared.residual.values)).toEqual([0, 2, 0, Number.NaN])
  expect(compared).toMatchObject({ changed: 1, cells: 4, maxAbsolute: 2, range: { min: 1, max: 4 }, layers: 1 })
})

test('axes of length one make no other shape, and a line is one row', () => {
  const compared = compareResults(array([3], [1, 2, 3]), array([3, 1], [1, 2, 3]))
  expect(compared).toMatchObject({ status: 'compared', changed: 0, grid: { rows: 1, columns: 3 } })
})

test('another shape, or something that is no array, is said and not compared', () => {
  expect(compareResults(array([2, 2], [1, 2, 3, 4]), array([4], [1, 2, 3, 4]))).toEqual({
    status: 'otherShape',
    shape: [2, 2],
    otherShape: [4],
  })
  const text = { kind: 'binary', format: 'unknown', byteLength: 1 } as const
  expect(compareResults(array([2], [1, 2]), text)).toEqual({ status: 'noNumbers' })
  expect(compareResults(array([0], []), array([0], []))).toEqual({ status: 'noNumbers' })
})

test('maps of classes stay maps of classes', () => {
  expect(compareResults(array([2, 1], [0, 1], 2), array([2], [1, 1], 1))).toMatchObject({ categorical: true })
})
