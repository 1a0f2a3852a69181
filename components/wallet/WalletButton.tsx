'use client'
import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useMessages } from '@/lib/messages/useMessages'

const RainbowWallet = dynamic(() => import('./RainbowWallet').then((module) => module.RainbowWallet), {
  ssr: false,
  loading: Placeholder,
})

function Placeholder() {
  const { wallet } = useMessages()
  return (
    <Button disabled size="sm">
      {wallet.connect}
    </Button>
  )
}

/** Connect button and account menu. The wallet kit behind it is loaded after the page. */
export function WalletButton() {
  return <RainbowWallet />
}
