import { cookies, headers } from 'next/headers'
import { type Locale, localeCookie, parseLocale } from '@/lib/messages/parseLocale'

/** The language of this visit: the chosen one, else what the browser prefers. */
export async function getLocale(): Promise<Locale> {
  const [jar, header] = await Promise.all([cookies(), headers()])
  return parseLocale(jar.get(localeCookie)?.value, header.get('accept-language'))
}
