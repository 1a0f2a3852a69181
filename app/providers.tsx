'use client'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { type ReactNode, use, useMemo, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import { UiWordsContext } from '@/components/ui/UiWords'
import { LocalWalletDialog } from '@/components/wallet/LocalWalletDialog'
import { AppConfigurationContext } from '@/hooks/AppConfigurationContext'
import { loadMessages } from '@/lib/messages/loadMessages'
import { MessagesContext } from '@/lib/messages/MessagesContext'
import type { Locale } from '@/lib/messages/parseLocale'
import type { AppConfiguration } from '@/lib/networks'
import { createQueryClient } from '@/lib/queryClient'
import { createWagmiConfig } from '@/lib/wagmiConfig'
import { cssVariablesResolver, theme } from './theme'

export type ProvidersProps = {
  configuration: AppConfiguration
  locale: Locale
  nonce: string | undefined
  children: ReactNode
}

/** Everything pages stand on. The wallet dialog itself is loaded later, by the connect button. */
export function Providers({ configuration, locale, nonce, children }: ProvidersProps) {
  const [config] = useState(() => {
    if (nonce) setNonce(nonce)
    return createWagmiConfig(configuration)
  })
  const [queryClient] = useState(createQueryClient)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <WordsProvider locale={locale}>
        <AppConfigurationContext value={configuration}>
          <WagmiProvider config={config}>
            <QueryClientProvider client={queryClient}>
              {children}
              <LocalWalletDialog />
            </QueryClientProvider>
          </WagmiProvider>
        </AppConfigurationContext>
      </WordsProvider>
    </MantineProvider>
  )
}

/** The catalogue, for pages and primitives. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const loaded = loadMessages(locale)
  const messages = loaded instanceof Promise ? use(loaded) : loaded
  const uiWords = useMemo(() => ({ ...messages.common, locale }), [messages, locale])
  return (
    <MessagesContext value={messages}>
      <UiWordsContext value={uiWords}>{children}</UiWordsContext>
    </MessagesContext>
  )
}
