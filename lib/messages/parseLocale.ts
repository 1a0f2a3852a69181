export const locales = ['en', 'de', 'es'] as const
export type Locale = (typeof locales)[number]

/** Cookie in which the chosen language is kept. */
export const localeCookie = 'oc_locale'

/** The language somebody has chosen by hand, else English. What the browser prefers is not asked. */
export function parseLocale(chosen: string | undefined): Locale {
  return locales.find((locale) => locale === chosen) ?? 'en'
}
