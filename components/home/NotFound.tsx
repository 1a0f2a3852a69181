'use client'
import { LinkButton } from '@/components/ui/LinkButton'
import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { useMessages } from '@/lib/messages/useMessages'
import { routes } from '@/lib/routes'

/** The page for an address nothing answers to. */
export function NotFound() {
  const { common } = useMessages()
  return (
    <Page width="narrow">
      <PageHeader
        title={common.notFound.title}
        lead={common.notFound.body}
        actions={
          <>
            <LinkButton href={routes.home()}>{common.notFound.home}</LinkButton>
            <LinkButton href={routes.assets()} variant="default">
              {common.notFound.assets}
            </LinkButton>
          </>
        }
      />
    </Page>
  )
}
