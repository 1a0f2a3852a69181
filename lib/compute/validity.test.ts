import { describe, expect, it } from 'vitest'
import { defaultValidity, longestValidity, parseValidity, shortestValidity } from './validity'

describe('parseValidity', () => {
  it('is one day when nothing sensible is given', () => {
    for (const value of [null, undefined, '', 'abc', '-1', '1.5', '1e9']) expect(parseValidity(value)).toBe(86_400)
    expect(defaultValidity).toBe(86_400)
  })

  it('stays within its bounds', () => {
    expect(parseValidity('1')).toBe(shortestValidity)
    expect(parseValidity('99999999999')).toBe(longestValidity)
    expect(parseValidity('7200')).toBe(7200)
  })
})
