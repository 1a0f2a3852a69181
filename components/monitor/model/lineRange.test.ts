import { describe, expect, it } from 'vitest'
import { extendLineRange, formatLineRange, parseLineRange } from './lineRange'

describe('lines an address points at', () => {
  it('are one line or several, whichever end comes first', () => {
    expect(parseLineRange('#L12')).toEqual({ from: 12, to: 12 })
    expect(parseLineRange('#L12-L20')).toEqual({ from: 12, to: 20 })
    expect(parseLineRange('#L20-L12')).toEqual({ from: 12, to: 20 })
  })

  it('are none where the address says something else', () => {
    for (const hash of ['', '#', '#L', '#L0', '#L-1', '#12', '#L1-L', '#L1-2', '#L1e3', '#L9999999999', '#results'])
      expect(parseLineRange(hash)).toBeUndefined()
  })

  it('are read back as they were written', () => {
    for (const range of [
      { from: 1, to: 1 },
      { from: 3, to: 4_000 },
    ])
      expect(parseLineRange(formatLineRange(range))).toEqual(range)
  })

  it('grow from where the last click pointed, in both directions', () => {
    expect(extendLineRange(undefined, 7)).toEqual({ from: 7, to: 7 })
    expect(extendLineRange({ from: 7, to: 7 }, 9)).toEqual({ from: 7, to: 9 })
    expect(extendLineRange({ from: 7, to: 9 }, 3)).toEqual({ from: 3, to: 7 })
  })
})
