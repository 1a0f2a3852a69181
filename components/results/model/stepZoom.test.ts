import { expect, it } from 'vitest'
import { stepZoom } from './stepZoom'

it('goes from any size to the next one, and stays at the ends', () => {
  expect(stepZoom(1, 1)).toBe(2)
  expect(stepZoom(0.73, 1)).toBe(1)
  expect(stepZoom(0.73, -1)).toBe(0.5)
  expect(stepZoom(32, 1)).toBe(32)
  expect(stepZoom(0.1, -1)).toBe(0.1)
})
