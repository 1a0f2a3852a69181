'use client'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import { useTestEther } from './useTestEther'

/** A button for test ETH, for places where the lack of it stands in the way. */
export function TestEther({ children, onGiven }: { children: ReactNode; onGiven(): void }) {
  const words = useMessages().wallet.local
  const give = useTestEther({ onGiven })
  return (
    <>
      <Button size="xs" loading={give.isPending} onClick={() => give.mutate()}>
        {children}
      </Button>
      {give.isError ? ` ${words.faucetFailed}` : null}
    </>
  )
}
