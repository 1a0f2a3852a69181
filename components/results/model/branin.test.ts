import { expect, test } from 'vitest'
import { branin, braninGrid, isBraninShape } from './branin'
import { compareGrids } from './compareGrids'

test('the function has its three known minima', () => {
  for (const [x0, x1] of [
    [-Math.PI, 12.275],
    [Math.PI, 2.275],
    [9.42478, 2.475],
  ] as const) {
    expect(branin(x0, x1)).toBeCloseTo(0.397887, 5)
  }
})

test('columns run over x0 and rows over x1', () => {
  const grid = braninGrid()
  expect(grid.values[0]).toBeCloseTo(branin(-5, 0), 12)
  expect(grid.values[14]).toBeCloseTo(branin(10, 0), 12)
  expect(grid.values[14 * 15]).toBeCloseTo(branin(-5, 15), 12)
  expect(isBraninShape(grid)).toBe(true)
})

test('a grid compared with itself fits perfectly, an offset is its error', () => {
  const grid = braninGrid()
  expect(compareGrids(grid, grid)).toMatchObject({ rmse: 0, maxAbsolute: 0, r2: 1 })
  const shifted = { ...grid, values: grid.values.map((value) => value + 3) }
  const { rmse, residual } = compareGrids(shifted, grid)
  expect(rmse).toBeCloseTo(3, 10)
  expect(residual.values[7]).toBeCloseTo(3, 10)
})

test('cells that are missing on one side are left out', () => {
  const grid = braninGrid()
  const values = grid.values.slice()
  values[0] = Number.NaN
  expect(compareGrids({ ...grid, values }, grid).rmse).toBe(0)
})

test('another shape is refused', () => {
  expect(() => compareGrids({ ...braninGrid(), rows: 14 }, braninGrid())).toThrow(RangeError)
})
