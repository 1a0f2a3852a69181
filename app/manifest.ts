import type { MetadataRoute } from 'next'
import { english } from '@/lib/messages'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: english.common.product,
    short_name: english.common.product,
    description: english.common.tagline,
    start_url: '/',
    display: 'standalone',
    background_color: '#08141c',
    theme_color: '#0a6a6a',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
