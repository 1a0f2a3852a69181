import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { AppFrame } from '@/components/wallet/AppFrame'
import { readConfiguration } from '@/lib/env'
import { english } from '@/lib/messages'
import { localeCookie, parseLocale } from '@/lib/messages/parseLocale'
import { ConfigurationProblems } from './configurationProblems'
import { Providers } from './providers'
import './globals.css'

export const metadata: Metadata = {
  title: { default: english.common.product, template: `%s · ${english.common.product}` },
  description: english.common.tagline,
  applicationName: english.common.product,
  referrer: 'no-referrer',
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#08141c' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const [configuration, jar, header] = await Promise.all([readConfiguration(), cookies(), headers()])
  const nonce = header.get('x-nonce') ?? undefined
  const locale = parseLocale(jar.get(localeCookie)?.value)
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
        {/* The plotting library adds its rules to this element, which carries the nonce it cannot know. */}
        <style id="plotly.js-style-global" nonce={nonce} />
      </head>
      <body>
        {configuration.ok ? (
          <Providers configuration={configuration.configuration} locale={locale} nonce={nonce}>
            <AppFrame>{children}</AppFrame>
          </Providers>
        ) : (
          <ConfigurationProblems problems={configuration.problems} />
        )}
      </body>
    </html>
  )
}
