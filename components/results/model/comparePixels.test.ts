import { expect, it } from 'vitest'
import { comparePixels } from './comparePixels'

const picture = (width: number, height: number, ...data: number[]) => ({
  ...{ width, height, data: Uint8ClampedArray.from(data) },
})

it('measures a pixel by the channel that differs most', () => {
  const base = picture(2, 1, 10, 20, 30, 255, 0, 0, 0, 255)
  const compared = comparePixels(base, picture(2, 1, 12, 20, 130, 255, 0, 0, 0, 255))
  expect(compared).toMatchObject({ changed: 1, pixels: 2, largest: 100 })
  expect([...(compared?.grid.values ?? [])]).toEqual([100, 0])
  expect(comparePixels(base, base)).toMatchObject({ changed: 0, largest: 0 })
})

it('compares no pictures of different sizes', () => {
  expect(comparePixels(picture(1, 1, 0, 0, 0, 0), picture(1, 2, 0, 0, 0, 0, 0, 0, 0, 0))).toBeUndefined()
})
