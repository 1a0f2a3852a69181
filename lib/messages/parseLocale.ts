export const locales = ['en', 'de', 'es'] as const
export type Locale = (typeof locales)[number]

/** Cookie in which the chosen language is kept. */
export const localeCookie = 'oc_locale'

/** The language to use: the one chosen, else the first the browser prefers, else English. */
export function parseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry, index) => {
      const [tag = '', ...rest] = entry.trim().split(';')
      const quality = Number(rest.find((part) => part.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { tag: tag.slice(0, 2).toLowerCase(), quality, index }
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
    .map(({ tag }) => tag)
  const known = (tag: string | undefined): tag is Locale => locales.some((locale) => locale === tag)
  return [chosen, ...preferred].find(known) ?? 'en'
}
