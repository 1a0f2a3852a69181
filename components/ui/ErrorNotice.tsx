'use client'
import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton'
import { Disclosure } from './Disclosure'
import classes from './ErrorNotice.module.css'
import { Notice } from './Notice'
import { useUiWords } from './UiWords'

export type ErrorNoticeProps = {
  title: string
  detail?: ReactNode
  /** Whether money moved, in words. */
  spent?: string | undefined
  /** The original text, behind a disclosure. */
  raw?: string | undefined
  actions?: ReactNode
  /** `warn` for what is not a fault, such as a declined prompt. */
  tone?: 'danger' | 'warn'
}

/** What failed, whether money moved, what to do next; the raw text on demand. Stays where it is put. */
export function ErrorNotice({ title, detail, spent, raw, actions, tone = 'danger' }: ErrorNoticeProps) {
  const words = useUiWords()
  return (
    <Notice tone={tone} title={title} role="alert" actions={actions}>
      {detail ? <p>{detail}</p> : null}
      {spent ? <p className={classes.spent}>{spent}</p> : null}
      {raw ? (
        <Disclosure label={words.details} quiet>
          <div className={classes.raw}>
            <pre>{raw}</pre>
            <CopyButton value={raw} label={words.details}>
              {words.copyError}
            </CopyButton>
          </div>
        </Disclosure>
      ) : null}
    </Notice>
  )
}
