'use client'
import { Button } from '@mantine/core'
import { ErrorNotice } from '@/components/ui/ErrorNotice'
import { LinkButton } from '@/components/ui/LinkButton'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { describeError } from '@/lib/describeError'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'

/** The page shown when another page broke. */
export function Crash({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { common, errors } = useMessages()
  const described = describeError(error, errors)
  return (
    <Page width="narrow">
      <PageHeader title={common.crash.title} lead={common.crash.body} />
      <ErrorNotice
        title={described.title}
        detail={described.detail}
        raw={described.raw}
        actions={
          <>
            <Button onClick={onRetry}>{common.crash.reload}</Button>
            <LinkButton href={routes.home()} variant="default">
              {common.notFound.home}
            </LinkButton>
          </>
        }
      />
    </Page>
  )
}
