import { expect, test } from 'vitest'
import type { FlowEvent } from '../types/flow'
import { foldFlow } from './foldFlow'

const fold = (...events: FlowEvent[]) => events.reduce(foldFlow, { version: 1 as const, steps: {} }).steps
const step = 'create'
const hash = '0x12'

test('a finished transaction keeps hash and value', () => {
  expect(
    fold(
      { type: 'plan', confirmations: [] },
      { type: 'step', step, status: 'working' },
      { type: 'step', step, status: 'signing', nonce: 7 },
      { type: 'step', step, status: 'mining', hash, nonce: 7 },
      { type: 'step', step, status: 'done', value: { a: 1 } },
    ),
  ).toEqual({ create: { hash, value: { a: 1 }, done: true } })
})

test('a prompt leaves its nonce until the hash arrives', () => {
  expect(fold({ type: 'step', step, status: 'signing', nonce: 7 })).toEqual({ create: { nonce: 7 } })
})

test('a dropped transaction leaves nothing', () => {
  expect(fold({ type: 'step', step, status: 'mining', hash }, { type: 'step', step, status: 'dropped' })).toEqual({
    create: {},
  })
})

test('what was skipped stays as it was', () => {
  const done: FlowEvent = { type: 'step', step, status: 'done', value: 1 }
  expect(fold(done, { type: 'step', step, status: 'skipped' })).toEqual({ create: { value: 1, done: true } })
})
