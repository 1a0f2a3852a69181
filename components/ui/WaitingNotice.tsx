'use client'
import { useUiWords } from './UiWords'
import { useNow } from './useNow'
import classes from './WaitingNotice.module.css'

export type WaitingNoticeProps = {
  /** What is waited for. */
  what: string
  /** Milliseconds since the epoch. */
  since?: number | undefined
  /** Usual duration in seconds. */
  usually?: number | undefined
}

/** Waiting with a shape: for what, since when, how long it usually takes. */
export function WaitingNotice({ what, since, usually }: WaitingNoticeProps) {
  const words = useUiWords()
  const now = useNow()
  const elapsed = since && now ? Math.max(0, Math.floor((now - since) / 1_000)) : undefined
  const late = elapsed !== undefined && usually !== undefined && elapsed > usually * 3 + 3
  const parts = [
    elapsed ? words.waiting.since(words.duration(elapsed)) : undefined,
    usually === undefined ? undefined : late ? words.waiting.longer : words.waiting.usually(words.duration(usually)),
  ].filter(Boolean)
  return (
    <div className={classes.waiting} data-late={late || undefined}>
      <span className={classes.wave} aria-hidden="true" />
      <span role="status">{what}</span>
      {parts.length > 0 ? <span className={classes.time}>{parts.join(', ')}</span> : null}
    </div>
  )
}
