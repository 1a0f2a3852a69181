import { expect, test } from 'vitest'
import type { ArrayResult } from '@/lib/results/types'
import { countSlices, toGrid } from './toGrid'

const array = (shape: number[], data: ArrayResult['data'], mask?: Uint8Array<ArrayBuffer>): ArrayResult => ({
  kind: 'array',
  format: 'npy',
  byteLength: 0,
  shape,
  dtype: 'int64',
  elements: 'integer',
  data,
  ...(mask ? { mask } : {}),
  summary: {
    count: data.length,
    min: undefined,
    max: undefined,
    mean: undefined,
    deviation: undefined,
    nanCount: 0,
    infiniteCount: 0,
    missingCount: 0,
    allIntegers: true,
    distinctIntegers: undefined,
  },
})

test('axes of length one are no axes', () => {
  expect(toGrid(array([1, 2, 3, 1], Int32Array.of(1, 2, 3, 4, 5, 6)))).toMatchObject({ rows: 2, columns: 3 })
  expect(toGrid(array([1, 6], Int32Array.of(1, 2, 3, 4, 5, 6)))).toBeUndefined()
})

test('a layer of a deeper array is its part of the data', () => {
  const deep = array([2, 2, 2], BigInt64Array.of(1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n))
  expect(countSlices(deep.shape)).toBe(2)
  expect(Array.from(toGrid(deep, 1)?.values ?? [])).toEqual([5, 6, 7, 8])
})

test('masked cells are not numbers', () => {
  const grid = toGrid(array([2, 2], Int8Array.of(1, 2, 3, 4), Uint8Array.of(0, 1, 0, 0)))
  expect(Array.from(grid?.values ?? [])).toEqual([1, Number.NaN, 3, 4])
})

test('an empty array has no grid', () => {
  expect(toGrid(array([0, 4], new Int8Array(0)))).toBeUndefined()
})
