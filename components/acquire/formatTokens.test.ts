import { describe, expect, it } from 'vitest'
import { formatTokens } from './formatTokens'

describe('formatTokens', () => {
  it('shows whole tokens without decimals and groups thousands', () => {
    expect(formatTokens(5n * 10n ** 18n)).toBe('5')
    expect(formatTokens(1_234_567n * 10n ** 6n, 6)).toBe('1,234,567')
  })

  it('never shows more than there is', () => {
    expect(formatTokens(10n ** 18n - 1n)).toBe('0.999999')
    expect(formatTokens(3_003_000_000_000_000_000n)).toBe('3.003')
    expect(formatTokens(1n)).toBe('0')
  })
})
