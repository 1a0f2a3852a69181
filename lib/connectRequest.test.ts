import { expect, test } from 'vitest'
import { connectRequest } from './connectRequest'

test('A wish to connect waits until the dialog is there, and is fulfilled once', () => {
  let opened = 0
  connectRequest.ask()
  const leave = connectRequest.register(() => {
    opened += 1
  })
  expect(opened).toBe(1)
  connectRequest.ask()
  expect(opened).toBe(2)
  leave()
  connectRequest.ask()
  expect(opened).toBe(2)
})
