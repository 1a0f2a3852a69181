import type { ReactNode } from 'react'
import classes from './Badge.module.css'
import { Icon, type IconName } from './Icon'

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'info'

/** A small label. Colour never carries the meaning alone: the text does. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon ? <Icon name={icon} size={13} /> : null}
      {children}
    </span>
  )
}
