'use client'
import { crash as german } from '@/lib/messages/de/crash'
import { crash as english } from '@/lib/messages/en/crash'
import { crash as spanish } from '@/lib/messages/es/crash'
import { localeCookie, parseLocale } from '@/lib/messages/parseLocale'
import './globals.css'
import classes from './global-error.module.css'

const catalogue = { en: english, de: german, es: spanish }

/** Shown when the frame of the app itself broke: it stands on nothing else. Drafts and checkpoints are in the browser's storage. */
export default function GlobalError({ error }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = readLocale()
  const words = catalogue[locale]
  return (
    <html lang={locale}>
      <body>
        <main className={classes.page}>
          <title>{words.title}</title>
          <h1>{words.title}</h1>
          <p>{words.body}</p>
          <p className={classes.actions}>
            <button type="button" className={classes.button} onClick={() => window.location.reload()}>
              {words.reload}
            </button>
            {/* A full load, since what a client-side link stands on has broken. */}
            <a href="/">{words.home}</a>
          </p>
          <details>
            <summary>{words.details}</summary>
            <pre className={classes.raw}>{[error.message, error.digest].filter(Boolean).join('\n')}</pre>
          </details>
        </main>
      </body>
    </html>
  )
}

function readLocale() {
  if (typeof document === 'undefined') return 'en'
  const chosen = new RegExp(`(?:^|; )${localeCookie}=([^;]*)`).exec(document.cookie)?.[1]
  return parseLocale(chosen, navigator.languages.join(','))
}
