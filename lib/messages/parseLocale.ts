export const locales = ['en', 'de', 'es'] as const
export type Locale = (typeof locales)[number]

/** Cookie in which the chosen language is kept. */
export const localeCookie = 'oc_locale'

/** The language somebody has chosen by hand, else the first known one of an `Accept-Language` header, else English. */
export function parseLocale(chosen: string | undefined, accepted?: string | null): Locale {
  const known = (tag: string | undefined) =>
    locales.find((locale) => locale === tag?.trim().toLowerCase().split('-')[0])
  return (
    known(chosen) ??
    byPreference(accepted ?? '')
      .map(known)
      .find(Boolean) ??
    'en'
  )
}

/** Language tags of an `Accept-Language` header, most wanted first. */
function byPreference(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';')
      const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
