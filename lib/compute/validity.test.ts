import { describe, expect, it } from 'vitest'
import { chooseValidUntil, getValidityChoices, longestValidity } from './validity'

const now = 1_700_000_000

describe('getValidityChoices', () => {
  it('begins with what a job may need and never reaches a whole day', () => {
    expect(getValidityChoices({ maxJobDuration: 60 })).toEqual([60, 3600, 21_600, 43_200, 82_800])
    expect(getValidityChoices({ maxJobDuration: 43_200 })).toEqual([43_200, 82_800])
    expect(getValidityChoices({ maxJobDuration: 999_999 })).toEqual([longestValidity])
    expect(getValidityChoices({ maxJobDuration: 0 })[0]).toBe(3600)
  })
})

describe('chooseValidUntil', () => {
  const free = { maxJobDuration: 60, free: true }
  const paid = { maxJobDuration: 60, free: false }

  it('asks for nearly a day where it costs nothing and for what is needed where it costs something', () => {
    expect(chooseValidUntil({ environment: free, duration: undefined, paidUntil: [], now })).toBe(now + longestValidity)
    expect(chooseValidUntil({ environment: paid, duration: undefined, paidUntil: [], now })).toBe(now + 60)
    expect(chooseValidUntil({ environment: paid, duration: 7200, paidUntil: [], now })).toBe(now + 7200)
  })

  it('asks for no more than orders in hand give, as long as they give enough', () => {
    const paidUntil = [now + 500, now + 100, now + 10]
    expect(chooseValidUntil({ environment: paid, duration: undefined, paidUntil, now })).toBe(now + 100)
    expect(chooseValidUntil({ environment: paid, duration: 7200, paidUntil, now })).toBe(now + 7200)
  })

  it('uses up machine time that is paid already before it buys more', () => {
    const long = { maxJobDuration: 14_400, free: false }
    const ask = (left: number, duration?: number) =>
      chooseValidUntil({ environment: long, duration, paidUntil: [now + left], now }) - now
    expect(ask(14_000)).toBe(14_000)
    expect(ask(901)).toBe(901)
    expect(ask(899)).toBe(14_400)
    expect(ask(14_000, 14_400)).toBe(14_400)
    expect(
      chooseValidUntil({ environment: { ...long, free: true }, duration: undefined, paidUntil: [now + 901], now }),
    ).toBe(now + longestValidity)
  })
})
