import { expect, test } from 'vitest'
import { timeLimitOf } from './timeLimitOf'

const startedAt = 1_700_000_000_000
const paid = { priceMin: 1, maxJobDuration: 3600 }

test('a free job may run as long as its environment allows, whatever time it asked for', () => {
  expect(timeLimitOf({ environment: { ...paid, priceMin: 0 }, validUntil: 1_700_000_100, startedAt })).toBe(3600)
})

test('a paid job may run as long as was paid for, and no longer than its environment allows', () => {
  expect(timeLimitOf({ environment: paid, validUntil: 1_700_000_100, startedAt })).toBe(100)
  expect(timeLimitOf({ environment: paid, validUntil: 1_700_086_400, startedAt })).toBe(3600)
})

test('a paid job whose turn comes late is still given a minute', () => {
  expect(timeLimitOf({ environment: paid, validUntil: 1_699_999_000, startedAt })).toBe(60)
})
