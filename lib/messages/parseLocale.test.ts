import { expect, test } from 'vitest'
import { parseLocale } from './parseLocale'

test('A chosen language is used', () => {
  expect(parseLocale('es')).toBe('es')
})

test('English is used when nothing, or nothing known, is chosen', () => {
  expect(parseLocale(undefined)).toBe('en')
  expect(parseLocale('xx')).toBe('en')
})
