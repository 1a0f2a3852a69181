'use client'

import { Button } from '@mantine/core'
import { Notice } from '@/components/ui/Notice'
import { TimeAgo } from '@/components/ui/TimeAgo'
import { useMessages } from '@/lib/messages/useMessages'
import type { ProviderState } from './useJobs'

/** Which Providers do not answer, since when, and that the rest is complete. */
export function ProviderNotices({ providers }: { providers: readonly ProviderState[] }) {
  const t = useMessages().monitor.provider
  return providers
    .filter(({ status }) => status === 'down')
    .map(({ providerUrl, answeredAt, refetch }) => (
      <Notice
        key={providerUrl}
        tone="warn"
        role="status"
        title={t.down(new URL(providerUrl).host)}
        actions={
          <Button size="compact-sm" variant="default" onClick={refetch}>
            {t.retry}
          </Button>
        }
      >
        {t.downBody}
        {answeredAt === undefined ? null : (
          <>
            {' '}
            {t.lastSeen} <TimeAgo date={new Date(answeredAt)} />.
          </>
        )}
      </Notice>
    ))
}
