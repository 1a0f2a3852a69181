import { expect, test } from 'vitest'
import { parseLocale } from './parseLocale'

test('A chosen language is used, whatever the browser prefers', () => {
  expect(parseLocale('es', 'de')).toBe('es')
})

test('English is used when nothing, or nothing known, is chosen', () => {
  expect(parseLocale(undefined)).toBe('en')
  expect(parseLocale('xx')).toBe('en')
  expect(parseLocale(undefined, 'fr-FR,fr;q=0.9')).toBe('en')
})

test.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['fr, es;q=0.3, en;q=0.8', 'en'],
  ['es;q=0, de;q=0.1', 'de'],
  ['*', 'en'],
  [';;;q=,,', 'en'],
])('A browser that prefers “%s” gets %s', (header, locale) => {
  expect(parseLocale(undefined, header)).toBe(locale)
})
