import { describe, expect, it } from 'vitest'
import { formatTokens } from './formatTokens'

describe('formatTokens', () => {
  it('shows whole tokens without decimals and groups thousands', () => {
    expect(formatTokens(5n * 10n ** 18n, 'en')).toBe('5')
    expect(formatTokens(1_234_567n * 10n ** 6n, 'en', 6)).toBe('1,234,567')
  })

  it('never shows more than there is', () => {
    expect(formatTokens(10n ** 18n - 1n, 'en')).toBe('0.999999')
    expect(formatTokens(3_003_000_000_000_000_000n, 'en')).toBe('3.003')
    expect(formatTokens(1n, 'en')).toBe('0')
  })

  it('writes numbers as the language does', () => {
    expect(formatTokens(1_234_567_500_000n, 'de', 6)).toBe('1.234.567,5')
  })
})
