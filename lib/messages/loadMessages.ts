import { english, type Messages } from './index'
import type { Locale } from './parseLocale'

const loading = new Map<Locale, Promise<Messages>>()

/** The catalogue of a language. English is always there; the others are loaded once, when asked for. */
export function loadMessages(locale: Locale): Messages | Promise<Messages> {
  if (locale === 'en') return english
  const known = loading.get(locale)
  if (known) return known
  const promise = english
  return promise
}
