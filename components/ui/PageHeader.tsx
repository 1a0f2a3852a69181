import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

export type PageHeaderProps = {
  title: ReactNode
  lead?: ReactNode
  /** A short line above the title. */
  eyebrow?: ReactNode
  actions?: ReactNode
}

/** The one `h1` of a page. */
export function PageHeader({ title, lead, eyebrow, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.text}>
        {eyebrow ? <div className={classes.eyebrow}>{eyebrow}</div> : null}
        <h1 className={classes.title}>{title}</h1>
        {lead ? <p className={classes.lead}>{lead}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  )
}
