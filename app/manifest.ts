import type { MetadataRoute } from 'next'
import { loadMessages } from '@/lib/messages/loadMessages'
import { getLocale } from './getLocale'

/** How the app is called where somebody installs it, in the language of the visit. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = await getLocale()
  const { common } = await loadMessages(locale)
  return {
    name: common.product,
    short_name: common.product,
    description: common.tagline,
    lang: locale,
    start_url: '/',
    display: 'standalone',
    background_color: '#08141c',
    theme_color: '#0a6a6a',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
