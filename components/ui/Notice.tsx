import type { ReactNode } from 'react'
import type { Tone } from './Badge'
import { Icon, type IconName } from './Icon'
import classes from './Notice.module.css'

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  accent: 'info',
  info: 'info',
  ok: 'check',
  warn: 'warning',
  danger: 'warning',
}

export type NoticeProps = {
  tone?: Tone
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits. */
  role?: 'alert' | 'status'
}

/** A message beside the thing it is about. */
export function Notice({ tone = 'info', title, children, actions, role }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon}>
        <Icon name={icons[tone]} />
      </span>
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {children ? <div className={classes.text}>{children}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  )
}
