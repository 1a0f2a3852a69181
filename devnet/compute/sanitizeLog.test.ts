import { describe, expect, test } from 'vitest'
import { createLogSanitizer } from './sanitizeLog'

const clean = (...chunks: (string | number[])[]): string => {
  const sanitizer = createLogSanitizer()
  return (
    chunks
      .map((chunk) => sanitizer.push(typeof chunk === 'string' ? Buffer.from(chunk) : Uint8Array.from(chunk)))
      .join('') + sanitizer.flush()
  )
}

describe('what a program prints', () => {
  test('stays as it is when it is text, in any language', () => {
    expect(clean('plain\n', 'Grüße, 你好, 🌊\ttab\n')).toBe('plain\nGrüße, 你好, 🌊\ttab\n')
  })

  test('loses colours, cursor moves, titles and links', () => {
    expect(
      clean('\x1b[1;31mred\x1b[0m \x1b[2K\x1b]0;title\x07\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ \x1bMup\n'),
    ).toBe('red link up\n')
  })

  test('shows bytes that are no text as what they are', () => {
    expect(clean([0x41, 0xff, 0xfe, 0x00, 0x07, 0x42, 0x0a])).toBe('A\\xff\\xfe\\x00\\x07B\n')
    expect(clean([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0x0a])).toBe('\\xc0\\xaf\\xed\\xa0\\x80\n')
  })

  test('has one kind of line end, and keeps the states of a progress bar apart', () => {
    expect(clean('one\r\ntwo\r', '\nthree\rfour\n')).toBe('one\ntwo\nthree\nfour\n')
  })

  test('is the same however it is cut into chunks', () => {
    const text = 'Grüße \x1b[31m你好\x1b[0m 🌊\r\nend\x1b]0;t\x07 of \xff it'
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xe4, 0xbd])])
    const whole = clean([...bytes])
    for (let size = 1; size < 9; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => [
        ...bytes.subarray(index * size, (index + 1) * size),
      ])
      expect(clean(...chunks)).toBe(whole)
    }
  })

  test('comes out even without a line end, once it is long', () => {
    const sanitizer = createLogSanitizer()
    expect(sanitizer.push(Buffer.from('a'.repeat(10_000))).length).toBe(10_000)
    expect(sanitizer.push(Buffer.from(`${'\x1b['.repeat(5000)}the end\n`))).toBe('he end\n')
  })
})
