import { expect, test } from 'vitest'
import { hexLine } from './hexLine'

test('a line holds offset, bytes and printable characters, and the last one keeps its columns', () => {
  const bytes = Uint8Array.of(0x80, 0x04, 0x41, 0x42, 0x0a)
  expect(hexLine({ bytes, start: 0, perLine: 4 })).toBe('00000000  80 04 41 42  ··AB')
  expect(hexLine({ bytes, start: 4, perLine: 4 })).toBe('00000004  0a           ·')
})
