import type { ReactNode } from 'react'
import classes from './Disclosure.module.css'
import { Icon } from './Icon'

export type DisclosureProps = {
  label: ReactNode
  hint?: ReactNode
  children: ReactNode
  open?: boolean
  quiet?: boolean
}

/** Something most people need not see. */
export function Disclosure({ label, hint, children, open, quiet = false }: DisclosureProps) {
  return (
    <details className={classes.details} data-quiet={quiet || undefined} open={open}>
      <summary className={classes.summary}>
        <span className={classes.chevron}>
          <Icon name="chevron" size={16} />
        </span>
        <span>{label}</span>
        {hint ? <span className={classes.hint}>{hint}</span> : null}
      </summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}
