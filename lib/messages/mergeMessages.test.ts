import { expect, test } from 'vitest'
import { mergeMessages } from './mergeMessages'

test('A translation replaces what it has and leaves the rest, at every depth', () => {
  const english = { a: 'one', deep: { b: 'two', c: (n: number) => `${n} things` }, list: { x: 'x' } }
  const merged = mergeMessages(english, { deep: { c: (n) => `${n} Dinge` }, a: 'eins' })
  expect(merged.a).toBe('eins')
  expect(merged.deep.b).toBe('two')
  expect(merged.deep.c(2)).toBe('2 Dinge')
  expect(merged.list).toEqual({ x: 'x' })
  expect(english.a).toBe('one')
})
