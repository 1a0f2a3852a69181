import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { AppFrame } from '@/components/wallet/AppFrame'
import { readConfiguration } from '@/lib/env'
import { loadMessages } from '@/lib/messages/loadMessages'
import { ConfigurationProblems } from './configurationProblems'
import { getLocale } from './getLocale'
import { Providers } from './providers'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await loadMessages(await getLocale())
  return {
    title: { default: common.product, template: `%s · ${common.product}` },
    description: common.tagline,
    applicationName: common.product,
    referrer: 'no-referrer',
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#08141c' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const [configuration, locale, header] = await Promise.all([readConfiguration(), getLocale(), headers()])
  const nonce = header.get('x-nonce') ?? undefined
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
