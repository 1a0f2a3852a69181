import { expect, test } from 'vitest'
import { moveCamera } from './moveCamera'

test('turning keeps height and distance', () => {
  const eye = { x: 2, y: 0, z: 1 }
  const turned = moveCamera(eye, 'right')
  expect(turned.z).toBeCloseTo(1, 9)
  expect(Math.hypot(turned.x, turned.y)).toBeCloseTo(2, 9)
  expect(turned.y).toBeGreaterThan(0)
  expect(moveCamera(turned, 'left').x).toBeCloseTo(2, 9)
})

test('the camera stops above the plot and does not tip over', () => {
  let eye = { x: 1, y: 0, z: 0 }
  for (let i = 0; i < 40; i++) eye = moveCamera(eye, 'up')
  expect(eye.z).toBeCloseTo(1, 3)
  expect(eye.x).toBeGreaterThan(0)
})

test('zooming has an end on both sides and reset goes back', () => {
  let eye = { x: 1, y: 1, z: 1 }
  for (let i = 0; i < 40; i++) eye = moveCamera(eye, 'in')
  expect(Math.hypot(eye.x, eye.y, eye.z)).toBeCloseTo(0.6, 9)
  expect(moveCamera(eye, 'reset')).toEqual(moveCamera(undefined, 'reset'))
})
