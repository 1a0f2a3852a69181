'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './Disclosure.module.css'
import { Icon } from './Icon'

export type DisclosureProps = {
  label: ReactNode
  hint?: ReactNode
  children: ReactNode
  /** Opens it when it becomes true. Only people close it: what they are at does not vanish below their hands. */
  open?: boolean
  quiet?: boolean
}

/** Something most people need not see. */
export function Disclosure({ label, hint, children, open, quiet = false }: DisclosureProps) {
  const [first] = useState(open)
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (open && details.current) details.current.open = true
  }, [open])
  return (
    <details ref={details} className={classes.details} data-quiet={quiet || undefined} open={first}>
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
