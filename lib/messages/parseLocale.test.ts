import { expect, test } from 'vitest'
import { parseLocale } from './parseLocale'

test('A chosen language wins over what the browser prefers', () => {
  expect(parseLocale('es', 'de,en;q=0.5')).toBe('es')
})

test('The best language the browser prefers and the app speaks is used', () => {
  expect(parseLocale(undefined, 'fr-FR, en;q=0.4, de-AT;q=0.8')).toBe('de')
})

test('English is used when nothing fits', () => {
  expect(parseLocale('xx', 'fr')).toBe('en')
  expect(parseLocale(undefined, null)).toBe('en')
})
