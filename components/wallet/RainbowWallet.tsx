'use client'
import { Button } from '@mantine/core'
import { ConnectButton, RainbowKitProvider } from '@rainbow-me/rainbowkit'
import { useEffect } from 'react'
import { useAccount } from 'wagmi'
import { useUiWords } from '@/components/ui/UiWords'
import { useLocalAccounts } from '@/hooks/useLocalAccounts'
import { useNetwork } from '@/hooks/useNetwork'
import { connectRequest } from '@/lib/connectRequest'
import { useMessages } from '@/lib/messages/useMessages'
import '@rainbow-me/rainbowkit/styles.css'
import './rainbowkit.css'
import classes from './RainbowWallet.module.css'

/** The wallet dialogs. Their look comes from `rainbowkit.css`, so that no inline style element is needed. */
export function RainbowWallet() {
  const { common, wallet } = useMessages()
  const { locale } = useUiWords()
  const network = useNetwork()
  const { accounts } = useLocalAccounts()
  const { address } = useAccount()
  const localName = accounts.find((account) => account.address === address)?.name
  return (
    <RainbowKitProvider
      theme={null}
      modalSize="compact"
      locale={locale === 'de' ? 'de-DE' : locale === 'es' ? 'es-419' : 'en-US'}
      initialChain={network.chainId}
      avatar={Avatar}
      appInfo={{ appName: common.product }}
    >
      <ConnectButton.Custom>
        {({ account, chain, openConnectModal, openAccountModal, openChainModal, authenticationStatus }) => {
          if (authenticationStatus === 'loading') return null
          if (!account)
            return (
              <>
                <Opener open={openConnectModal} />
                <Button size="sm" onClick={openConnectModal}>
                  {wallet.connect}
                </Button>
              </>
            )
          if (chain?.unsupported)
            return (
              <Button size="sm" color="red" onClick={openChainModal}>
                {wallet.wrongNetwork}
              </Button>
            )
          return (
            <Button
              size="sm"
              variant="default"
              onClick={openAccountModal}
              aria-label={wallet.account(localName ?? account.displayName)}
              leftSection={<span className={classes.dot} aria-hidden="true" />}
            >
              {localName ?? account.displayName}
            </Button>
          )
        }}
      </ConnectButton.Custom>
    </RainbowKitProvider>
  )
}

/** A disc in a colour of the address: nothing is fetched for it. */
function Avatar({ address, size }: { address: string; size: number }) {
  const hue = Number.parseInt(address.slice(2, 6), 16) % 360
  return <span className={classes.avatar} style={{ width: size, height: size, background: `hsl(${hue} 45% 38%)` }} />
}

function Opener({ open }: { open: () => void }) {
  useEffect(() => connectRequest.register(open), [open])
  return null
}
