import { english, type Messages } from './index'
import type { Locale } from './parseLocale'

const loaders = {
  de: () => import('./de').then(({ german }) => german),
  es: () => import('./es').then(({ spanish }) => spanish),
} satisfies Record<Exclude<Locale, 'en'>, () => Promise<Messages>>

const loading = new Map<Locale, Promise<Messages>>()

/** The catalogue of a language. English is always there; the others are loaded once, when asked for. */
export function loadMessages(locale: Locale): Messages | Promise<Messages> {
  if (locale === 'en') return english
  const known = loading.get(locale) ?? loaders[locale]()
  loading.set(locale, known)
  return known
}
