'use client'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/SkipLink'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './AppFrame.module.css'
import { CommandCentre } from './CommandCentre'
import { Header } from './Header'
import { LocalBar } from './LocalBar'
import { OpenSessions } from './OpenSessions'

/** What surrounds every page. */
export function AppFrame({ children }: { children: ReactNode }) {
  const { common } = useMessages()
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <SkipLink target="content">{common.skipToContent}</SkipLink>
        <LocalBar />
        <Header />
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={classes.footer}>
        <p>{common.footer.note}</p>
        <OpenSessions />
        <button type="button" className={classes.link} onClick={() => window.dispatchEvent(new Event('oc:shortcuts'))}>
          {common.footer.shortcuts}
        </button>
      </footer>
      <CommandCentre />
    </div>
  )
}
