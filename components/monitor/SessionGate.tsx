'use client'

import { Button } from '@mantine/core'
import { FlowError } from '@/components/flow/FlowError'
import { Icon } from '@/components/ui/Icon'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import type { UseSessionReturnType } from './useSession'

/** Explains the one signature that opens logs and results, and asks for it on a click only. */
export function SessionGate({ session }: { session: UseSessionReturnType }) {
  const t = useMessages().monitor.session
  if (session.open) return session.each ? <Notice tone="info" title={t.bodyEach} /> : null
  return (
    <>
      <Notice
        tone="info"
        title={t.title}
        actions={
          <Button loading={session.pending} leftSection={<Icon name="lock" size={16} />} onClick={session.start}>
            {session.each ? t.actionEach : t.action}
          </Button>
        }
      >
        {session.each ? t.bodyEach : t.body}
      </Notice>
      {session.error ? <FlowError error={session.error} money={false} /> : null}
    </>
  )
}
