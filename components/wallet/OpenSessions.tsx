'use client'
import { useMutation } from '@tanstack/react-query'
import { FlowError } from '@/components/flow/FlowError'
import { useUiWords } from '@/components/ui/UiWords'
import type { OpenSession } from '@/hooks/sessionStore'
import { useOceanClient } from '@/hooks/useOceanClient'
import { useOpenSessions } from '@/hooks/useOpenSessions'
import { useMessages } from '@/lib/messages/useMessages'
import { deleteAuthToken } from '@/lib/ocean'
import classes from './OpenSessions.module.css'

/** Where the account is signed in, until when, and a way to end it. Nothing when it is nowhere. */
export function OpenSessions() {
  const { session } = useMessages().wallet
  const sessions = useOpenSessions()
  if (sessions.length === 0) return null
  return (
    <ul className={classes.list} aria-label={session.label}>
      {sessions.map((each) => (
        <Session key={each.providerUrl} session={each} />
      ))}
    </ul>
  )
}

function Session({ session: { providerUrl, expiresAt } }: { session: OpenSession }) {
  const { session: words } = useMessages().wallet
  const { locale } = useUiWords()
  const client = useOceanClient()
  const end = useMutation({ mutationFn: () => deleteAuthToken(client, { providerUrl }) })
  const until = new Date(expiresAt * 1_000)
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' })
  return (
    <li className={classes.item}>
      <span>
        {words.open(new URL(providerUrl).host)} <time dateTime={until.toISOString()}>{format.format(until)}</time>
      </span>{' '}
      <button type="button" className={classes.end} disabled={end.isPending} onClick={() => end.mutate()}>
        {end.isPending ? words.ending : words.end}
      </button>
      {end.isError ? <FlowError error={end.error} money={false} /> : null}
    </li>
  )
}
